import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packFindings } from '../../server/evidence/finding.ts';
import { pageOf } from '../../server/evidence/page/page.ts';
import { root } from '../../server/setup/ensure.mjs';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { changed, decidedThrice } from '../builders/packs.ts';
import { temporaryFolder, written } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

/** A pack, its page and others beside them; the command has no rulesets to read. */
async function packed() {
  const { pack, records } = await decidedThrice(databases[0]);
  const whole = await pack();
  const folder = written(temporaryFolder(), {
    'pack.json': whole,
    'pack.html': pageOf(whole),
    'changed.json': changed(whole, { set: { '/made/name': 'Somebody' } }),
    'later.json': changed(whole, { set: { '/format/number': 2 } }),
    'family.json': { id: 'F-001' },
    'text.json': 'not JSON',
  });
  const verify = (...argv: readonly string[]) =>
    commandLine(['verify', ...argv.map((one) => (one.includes('.') ? path.join(folder, one) : one))], {
      folder: path.join(folder, 'no-rulesets'),
    });
  return { whole, records, verify };
}

test('packs are checked by themselves: exit 0, 1 and 2', async () => {
  const { whole, records, verify } = await packed();
  const { hash } = whole.manifest;
  const both = await verify('pack.json', 'pack.html', '--hash', hash);
  const decisions = records.map((record, at) => ({
    record,
    result: at === 2 ? 'cannot-be-replayed' : 'same',
  }));
  const file = { whole: true, pack: hash, decisions, findings: [], notes: [] };
  expect([both.exit, output(both)]).toMatchObject([0, { whole: true, files: [file, file] }]);
  const rows = [
    { argv: ['changed.json'], found: [{ code: 'section-changed', pointer: '/made' }] },
    { argv: ['later.json'], found: [{ code: 'format-unknown', expected: 1, found: 2 }] },
    {
      argv: ['pack.json', '--hash', `sha256:${'0'.repeat(64)}`],
      found: [{ code: 'other-pack', found: hash }],
    },
  ];
  for (const { argv, found } of rows) {
    const ended = await verify(...argv);
    expect([ended.exit, output(ended)]).toMatchObject([
      1,
      { whole: false, files: [{ whole: false, findings: found }] },
    ]);
  }
  const problems = [
    { argv: ['none.json'], type: 'file-unreadable' },
    { argv: ['family.json'], type: 'pack-unreadable' },
    { argv: ['text.json'], type: 'pack-unreadable' },
    { argv: ['pack.json', '--hash', 'sha256:1'], type: 'usage' },
  ];
  for (const { argv, type } of problems) {
    const ended = await verify(...argv);
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { type: `/problems/${type}` }]);
  }
});

test('a pack is read from standard input', async () => {
  const { pack } = await decidedThrice(databases[0]);
  const ended = await commandLine(['verify', '-'], { folder: 'nowhere', stdin: pageOf(await pack()) });
  expect([ended.exit, output(ended)]).toMatchObject([0, { files: [{ file: '-', whole: true }] }]);
});

test('server/command-line/README.md lists every finding with what it means', () => {
  const page = readFileSync(path.join(root, 'server/command-line/README.md'), 'utf8');
  const table = page.slice(page.indexOf('| finding | what does not hold |')).split('\n\n')[0] ?? '';
  const listed = [...table.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(listed).toEqual(Object.entries(packFindings));
});
