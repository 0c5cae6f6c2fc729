import path from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { root } from '../../server/setup/ensure.mjs';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { exampleFamily } from '../builders/http.ts';
import { keepingApp } from '../builders/kept.ts';
import { temporaryFolder, written } from '../builders/rulesets-folder.ts';

const rulesets = path.join(root, 'rulesets');

/** A server that keeps decisions in a file, and the command line beside it. */
async function beside() {
  const data = temporaryFolder();
  const file = path.join(data, 'threshold.db');
  const app = await keepingApp({ open: () => openSqlite(file) });
  const run = (argv: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    commandLine(argv, { folder: rulesets, environment: { THRESHOLD_DATA: data, ...environment } });
  return { ...app, data, file, run };
}

/** The same, once its store has the rulesets that ship. */
async function filled() {
  const kept = await beside();
  expect(await kept.run(['rulesets', 'import', rulesets])).toMatchObject({ exit: 0 });
  return kept;
}

test('a kept decision is made again by its record or its id, in the store that is named or that serves', async () => {
  const { run, keep, ask, file } = await filled();
  const record = await keep();
  const { body } = await ask(`/decisions/${record}`);
  for (const argv of [[record], [String(body['id'])], [record, '--store', file]]) {
    const ended = await run(['replay', ...argv]);
    expect([ended.exit, output(ended)]).toEqual([0, { replayed: [{ record, result: 'same' }] }]);
  }
  const nowhere = await run(['replay', 'nowhere']);
  expect([nowhere.exit, problemOf(nowhere)]).toMatchObject([2, { type: '/problems/decision-not-found' }]);
});

test('a withheld family is asked for, told from another, and its decision then made again', async () => {
  const { run, keep, data } = await filled();
  const record = await keep({ keep: 'withhold' });
  written(data, { 'family.json': exampleFamily(), 'other.json': { ...exampleFamily(), attachedOn: null } });
  const family = (name: string) => ['--family', path.join(data, name)];
  const rows = [
    { given: [], exit: 2, found: { result: 'cannot-be-replayed', why: 'family-withheld' } },
    { given: family('other.json'), exit: 2, found: { result: 'cannot-be-replayed', why: 'family-differs' } },
    { given: family('family.json'), exit: 0, found: { result: 'same' } },
  ];
  for (const { given, exit, found } of rows) {
    const ended = await run(['replay', record, ...given]);
    expect([ended.exit, output(ended)]).toMatchObject([exit, { replayed: [found] }]);
  }
  const unread = await run(['replay', record, ...family('none.json')]);
  expect(problemOf(unread)).toMatchObject({ type: '/problems/file-unreadable' });
});

test('what was exported is made again without a store, whole or one of it, and what was changed is told', async () => {
  const { keep, ask } = await beside();
  const first = await keep();
  const second = await keep({ keep: 'withhold', asOf: '2013-10-01' });
  const { body } = await ask('/families/F-001/export');
  const [one, withheld] = body['kept'] as readonly [Exported, Exported];
  const changed = { ...one.decision, answer: { ...one.decision.answer, totalDuePence: 7 } };
  const folder = written(temporaryFolder(), {
    'export.json': body,
    'one.json': one,
    'changed.json': { ...one, decision: changed },
    'another.json': { ...one, family: { ...one.family, attachedOn: null } },
    'withheld.json': withheld,
    'erased.json': { decision: { ...one.decision, id: null }, family: null },
    'family.json': exampleFamily(),
  });
  const again = (name: string, ...rest: string[]) =>
    commandLine(['replay', path.join(folder, name), ...rest], { folder: rulesets });
  const rows = [
    { name: 'one.json', exit: 0, found: [{ record: first, result: 'same' }] },
    { name: 'export.json', exit: 2, found: [{ result: 'same' }, { record: second, why: 'family-withheld' }] },
    { name: 'another.json', exit: 2, found: [{ why: 'family-differs' }] },
    { name: 'erased.json', exit: 2, found: [{ why: 'family-erased' }] },
    {
      name: 'changed.json',
      exit: 1,
      found: [{ result: 'different', changes: [{ path: '/totalDuePence', from: 7, to: 0 }] }],
    },
  ];
  for (const { name, exit, found } of rows) {
    const ended = await again(name);
    expect([name, ended.exit, output(ended)]).toMatchObject([name, exit, { replayed: found }]);
  }
  const given = await again('withheld.json', '--family', path.join(folder, 'family.json'));
  expect([given.exit, output(given)]).toEqual([0, { replayed: [{ record: second, result: 'same' }] }]);
  expect(problemOf(await again('family.json'))).toMatchObject({ type: '/problems/export-invalid' });
  expect(problemOf(await again('none.json'))).toMatchObject({ type: '/problems/file-unreadable' });
});

interface Exported {
  readonly decision: { readonly answer: object };
  readonly family: object;
}

test('families older than so many days are forgotten, and no others', async () => {
  const { run, keep, time, ask } = await beside();
  // the clock of the command line stands at 2026-01-02T03:04:05Z
  time.now = Date.UTC(2025, 11, 31, 3, 4, 0);
  const old = await keep();
  time.now = Date.UTC(2025, 11, 31, 3, 4, 10);
  const young = await keep();
  const held = async (record: string) => (await ask(`/decisions/${record}`)).body['family'];
  const none = await run(['retain', '--older-than', '3']);
  expect(output(none)).toEqual({ olderThanDays: 3, decisions: 0, documents: 0, keys: 0 });
  const some = await run(['retain'], { THRESHOLD_KEEP_DAYS: '2' });
  expect([some.exit, output(some)]).toMatchObject([0, { olderThanDays: 2, decisions: 1, keys: 0 }]);
  expect([await held(old), await held(young)]).toMatchObject([{ held: 'erased' }, { held: 'family' }]);
});

test.for([
  { argv: ['retain'], type: '/problems/usage' },
  { argv: ['retain', '--older-than', '0'], type: '/problems/usage' },
  { argv: ['retain', '--older-than', '36501'], type: '/problems/usage' },
  { argv: ['retain', '--older-than', '1', '--store', './none.db'], type: '/problems/store-unusable' },
  { argv: ['replay', 'one', '--store', './none.db'], type: '/problems/store-unusable' },
  { argv: ['replay'], type: '/problems/usage' },
])('$argv: $type', async ({ argv, type }) => {
  const { run } = await beside();
  const ended = await run(argv);
  expect([ended.exit, problemOf(ended)]).toMatchObject([2, { type }]);
});
