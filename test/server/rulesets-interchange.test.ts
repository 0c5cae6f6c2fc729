import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../server/command-line/run.ts';
import { correctedCalendar, correctedProgramme } from '../builders/corrected.ts';
import { governed } from '../builders/governed.ts';
import { programmeFiles } from '../builders/programme-documents.ts';
import { rulesetsFolder, temporaryFolder, written } from '../builders/rulesets-folder.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';
import { root } from '../../server/setup/ensure.mjs';
import { storedShelf } from '../../server/shelf/stored-library.ts';
import { openStoreAt } from '../../server/store/open.ts';
import { openSqlite } from '../../server/store/sqlite.ts';

/** The documents of a folder, by file. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /json$/.test(file) && !file.endsWith('.schema.json'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

/** The command line on a store of its own. */
function threshold(data = temporaryFolder()) {
  return async (...argv: string[]) => {
    let out = '';
    const take = (text: string) => {
      out += text;
    };
    const exit = await run(argv, {
      stdin: () => Promise.resolve(new Uint8Array()),
      // eslint-disable-next-line @typescript-eslint/require-await -- because nothing is read
      input: async function* () {
        yield new Uint8Array();
      },
      write: () => Promise.resolve(),
      ...{ out: take, err: take, processors: 1, terminal: false, rulesets: 'rulesets' },
      clock: Date.now,
      environment: { THRESHOLD_DATA: data },
    });
    return { exit, told: JSON.parse(out) as Record<string, unknown> };
  };
}

test('what is imported into an empty store is exported byte for byte', async () => {
  const ask = threshold();
  const shipped = path.join(root, 'rulesets');
  expect(await ask('rulesets', 'import', shipped)).toMatchObject({ exit: 0, told: { seeded: true } });
  const folder = path.join(temporaryFolder(), 'out');
  const first = await ask('rulesets', 'export', folder);
  expect(first.told).toMatchObject({ unchanged: 0, superseded: [] });
  expect(filesIn(folder)).toEqual(filesIn(shipped));
  const count = Object.keys(filesIn(shipped)).length;
  expect((await ask('rulesets', 'export', folder)).told).toMatchObject({ written: [], unchanged: count });
});

test('into a store that is filled come drafts of what is new or differs, once', async () => {
  const ask = threshold();
  const folder = rulesetsFolder();
  await ask('rulesets', 'import', folder);
  expect((await ask('rulesets', 'import', folder)).told).toMatchObject({ seeded: false, drafts: [] });
  written(folder, { 'england/tiny/1.1.0.json': { ...tinyRuleset, version: '1.1.0' } });
  const again = await ask('rulesets', 'import', folder);
  expect(again.told).toMatchObject({ drafts: [{ kind: 'ruleset', name: 'tiny' }], drafted: [] });
  expect((await ask('rulesets', 'import', folder)).told).toMatchObject({
    drafts: [],
    drafted: ['tiny@1.1.0'],
  });
});

test('a folder with errors changes nothing', async () => {
  const ask = threshold();
  const folder = rulesetsFolder({ 'england/tiny/1.0.0.json': '{"id": }' });
  const { exit, told } = await ask('rulesets', 'import', folder);
  expect([exit, told]).toMatchObject([1, { type: '/problems/rulesets-invalid' }]);
});

/** A store with what was superseded, released and withdrawn after it was filled, and where its data lies. */
async function withHistory(): Promise<string> {
  const data = temporaryFolder();
  const folder = rulesetsFolder(programmeFiles);
  const product = await governed(() => openSqlite(path.join(data, 'threshold.db')), folder);
  await correctedCalendar(product);
  await correctedProgramme(product);
  const { ask } = product;
  const withdrawal = { from: '2026-03-01', reason: 'It was wrong' };
  const withdrawn = await ask('releaser', 'POST /rulesets/tiny/versions/1.0.1/withdraw', {
    body: withdrawal,
  });
  expect(withdrawn.status).toBe(200);
  return data;
}

/** The hash of each version, and of each content with what rests on it, as a store has them. */
async function hashesIn(data: string) {
  const store = await openStoreAt(path.join(data, 'threshold.db'), Date.now);
  const { rulesets, releases } = await storedShelf(store).current();
  const { publishedBasis } = store.tables;
  const contents = await store.read((q) => q.select().from(publishedBasis));
  await store.close();
  const versions = [...rulesets.values()].flat().map(({ ruleset, hash, calendarHashes }) => ({
    ...{ id: `${ruleset.id}@${ruleset.version}`, hash, calendarHashes },
  }));
  // because only the order within a name is of account
  const inOrder = contents.map(({ id, kind, name }) => ({ id, of: `${kind}/${name}` }));
  return { versions, releases, contents: inOrder.toSorted((a, b) => a.of.localeCompare(b.of)) };
}

test('what was superseded, released and withdrawn since goes into an empty store and comes out the same', async () => {
  const [data, other] = [await withHistory(), temporaryFolder()];
  const [first, second] = [1, 2].map(() => path.join(temporaryFolder(), 'out')) as [string, string];
  await threshold(data)('rulesets', 'export', first);
  expect(Object.keys(filesIn(first))).toContain('superseded.ndjson');
  const ask = threshold(other);
  expect(await ask('rulesets', 'import', first)).toMatchObject({ exit: 0, told: { seeded: true } });
  await ask('rulesets', 'export', second);
  expect(filesIn(second)).toEqual(filesIn(first));
  expect(await hashesIn(other)).toEqual(await hashesIn(data));
  // and into the store that it is from, there is nothing new
  const back = await threshold(data)('rulesets', 'import', first);
  expect(back.told).toMatchObject({ seeded: false, drafts: [], releasesNotTaken: [] });
});

test.for([
  { why: 'a line that is no JSON', text: '{"kind"', code: 'not-json' },
  { why: 'a key too many', text: '{"kind":"calendar","also":1}', code: 'kind-unclear' },
  {
    why: 'a version that is not there',
    text: (line: object) => ({ ...line, versions: ['tiny@9.9.9'] }),
    code: 'unknown-version',
  },
  {
    why: 'a content of another name',
    text: (line: object) => ({ ...line, name: 'wales' }),
    code: 'other-name',
  },
])('of what was superseded, $why is found: $code', async ({ text, code }) => {
  const folder = path.join(temporaryFolder(), 'out');
  await threshold(await withHistory())('rulesets', 'export', folder);
  const file = path.join(folder, 'superseded.ndjson');
  const [first = ''] = readFileSync(file, 'utf8').split('\n');
  const line = JSON.parse(first) as object;
  writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text(line)));
  const { exit, told } = await threshold()('rulesets', 'import', folder);
  expect([exit, told]).toMatchObject([1, { type: '/problems/rulesets-invalid', findings: [{ code }] }]);
});
