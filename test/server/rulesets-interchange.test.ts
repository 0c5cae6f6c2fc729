import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../server/command-line/run.ts';
import { rulesetsFolder, temporaryFolder, written } from '../builders/rulesets-folder.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';
import { root } from '../../server/setup/ensure.mjs';

/** The documents of a folder, by file. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

/** The command line on a store of its own. */
function threshold() {
  const data = temporaryFolder();
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
