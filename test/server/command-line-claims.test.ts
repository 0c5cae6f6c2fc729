import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { metFamily } from '../builders/claims.ts';
import { claimsBeside } from '../builders/claims-beside.ts';
import { output, problemOf } from '../builders/command-line.ts';
import { written } from '../builders/rulesets-folder.ts';

async function beside() {
  const { close, ...beside } = await claimsBeside();
  onTestFinished(close);
  return beside;
}

test('what is listed, summed up and reconciled is what the server answers, also as tables', async () => {
  const { runOver, submitted, done, text, data, run } = await beside();
  const { id } = await runOver([metFamily('F-1'), metFamily('F-2')]);
  await submitted(id);
  const of = ['--authority', 'Harrow'];
  const listed = await run('claims', 'list', ...of);
  const asked = (await done('analyst', 'GET /claims?limit=500')) as { readonly claims: unknown };
  expect([listed.exit, output(listed)]).toEqual([0, { claims: asked.claims }]);
  expect((await run('claims', 'list', ...of, '--csv')).out).toBe(await text('analyst', '/claims?as=csv'));
  expect(output(await run('claims', 'totals', ...of))).toEqual(await done('analyst', 'GET /claim-totals'));
  expect((await run('claims', 'totals', ...of, '--run', id, '--csv')).out).toBe(
    await text('analyst', `/claim-totals?as=csv&run=${id}`),
  );
  const table = 'family,payment,pounds,on\nF-1,attachment-fee,3200,2015-02-20\n';
  const folder = written(data, { 'statement.csv': table, 'wrong.csv': 'family,pounds\nF-1,1\n' });
  const ended = await run('claims', 'reconcile', ...of, path.join(folder, 'statement.csv'));
  expect(output(ended)).toEqual(await done('analyst', 'POST /reconciliations', { statementCsv: table }));
  expect(output(await run('claims', 'reconcile', ...of))).toEqual(
    await done('analyst', 'POST /reconciliations', {}),
  );
  const wrong = await run('claims', 'reconcile', ...of, path.join(folder, 'wrong.csv'));
  expect([wrong.exit, problemOf(wrong)]).toMatchObject([
    2,
    {
      type: '/problems/statement-invalid',
      findings: [{ code: 'missing-column', line: 1 }, { code: 'missing-column' }],
    },
  ]);
});

test('another authority’s claims are its own, and whose they are is asked for', async () => {
  const { runOver, run } = await beside();
  await runOver([metFamily('F-1')]);
  expect(output(await run('claims', 'list', '--authority', 'Brent'))).toEqual({ claims: [] });
  const unsaid = await run('claims', 'list');
  expect([unsaid.exit, problemOf(unsaid)]).toMatchObject([2, { type: '/problems/usage' }]);
});

test.for(['list', 'totals', 'reconcile'])(
  '%s of a run that is not there is refused as the server does',
  async (act) => {
    const { runOver, run } = await beside();
    const { id } = await runOver([metFamily('F-1')]);
    for (const [authority, asked] of [
      ['Harrow', 'nothing'],
      ['Brent', id],
    ] as const) {
      const ended = await run('claims', act, '--authority', authority, '--run', asked);
      expect([ended.exit, ended.out, problemOf(ended)]).toMatchObject([
        2,
        '',
        { type: '/problems/claim-run-not-found' },
      ]);
    }
    expect((await run('claims', act, '--authority', 'Harrow', '--run', id)).exit).toBe(0);
  },
);

describe('claim windows', () => {
  const april = {
    window: {
      ...{ id: 'april-2014', label: 'April 2014', programme: 'troubled-families', phase: 1 },
      ...{ opens: '2014-04-01', closes: '2014-05-01', source: { ref: 'letter', standing: 'sourced' } },
    },
    source: { title: 'Letter of March 2014' },
  };
  const withWindow = (changes: object) => ({ ...april, window: { ...april.window, ...changes } });

  test('one that is put in force here is in force at the server, and what it replaced is told', async () => {
    const { run, begin, done, data } = await beside();
    const folder = written(data, { 'april.json': april, 'short.json': withWindow({ closes: '2014-04-10' }) });
    const set = await run('windows', 'set', path.join(folder, 'april.json'));
    expect([set.exit, output(set)]).toEqual([0, april]);
    expect(await begin({ asOf: '2014-04-10' })).toMatchObject({ window: { id: 'april-2014' } });
    await run('windows', 'set', path.join(folder, 'short.json'));
    await expect(begin({ asOf: '2014-04-10' })).rejects.toThrow('outside-claim-windows');
    const listed = output(await run('windows', 'list'));
    expect(listed).toEqual(await done('analyst', 'GET /claim-windows'));
    expect(listed).toMatchObject({
      replaced: [{ ...april, replacedBy: { actor: 'system', name: 'command line' } }],
    });
    const audited = await run('audit', 'list', '--action', 'claim-window-set');
    expect(audited.out.trim().split('\n')).toHaveLength(2);
  });

  test.for([
    { why: 'closes on the day it opens', changes: { closes: '2014-04-01' }, at: '/window/closes' },
    { why: 'a day that does not exist', changes: { closes: '2014-04-31' }, at: '/window/closes' },
    { why: 'an unknown key', changes: { labell: 'April' }, at: '/window/labell' },
    {
      why: 'opens on the last day of another',
      changes: { opens: '2014-02-28', closes: '2014-03-10' },
      at: '/window/opens',
      found: {
        ...{ code: 'windows-overlap', suggestion: '2014-03-01' },
        message: 'the window opens on `2014-02-28`, and `early-2014` takes claims until `2014-02-28`',
      },
    },
    {
      why: 'takes claims on the first day of another',
      changes: { closes: '2014-05-02' },
      at: '/window/closes',
      found: {
        ...{ code: 'windows-overlap', suggestion: '2014-05-01' },
        message: 'the window takes claims until `2014-05-01`, and `may-2014` opens on `2014-05-01`',
      },
    },
    {
      why: 'replaces one, and lies over the next',
      changes: { id: 'may-2014', opens: '2014-05-01', closes: '2014-08-02' },
      at: '/window/closes',
    },
  ])('one is refused as the server refuses it: $why', async ({ changes, at, found = {} }) => {
    const { run, ask, data } = await beside();
    const folder = written(data, { 'window.json': withWindow(changes) });
    const ended = await run('windows', 'set', path.join(folder, 'window.json'));
    const refused = await ask('national', 'POST /claim-windows', withWindow(changes));
    const told = (refused.body as { readonly findings?: object[] }).findings?.map((one) => ({
      ...one,
      severity: 'error',
    }));
    expect(told).toMatchObject([{ pointer: at, ...found }]);
    expect([ended.exit, problemOf(ended)]).toMatchObject([
      2,
      { type: '/problems/claim-window-invalid', findings: told },
    ]);
    expect(output(await run('windows', 'list'))).toMatchObject({ replaced: [] });
  });

  test.for([
    { why: 'from the day another closes to the day the next opens', changes: { opens: '2014-03-01' } },
    { why: 'over the one of its id alone', changes: { id: 'may-2014', closes: '2014-06-10' } },
    { why: 'over one of another phase', changes: { phase: 2, opens: '2014-01-10' } },
    { why: 'over one of another programme', changes: { programme: 'families-first', opens: '2014-01-10' } },
  ])('one is put in force beside the others: $why', async ({ changes }) => {
    const { run, data } = await beside();
    const folder = written(data, { 'window.json': withWindow(changes) });
    expect((await run('windows', 'set', path.join(folder, 'window.json'))).exit).toBe(0);
  });

  test('no file, and no store', async () => {
    const { run } = await beside();
    expect(problemOf(await run('windows', 'set', './none.json'))).toMatchObject({
      type: '/problems/file-unreadable',
    });
    const nowhere = await run('windows', 'list', '--store', './none.db');
    expect([nowhere.exit, problemOf(nowhere)]).toMatchObject([2, { type: '/problems/store-unusable' }]);
  });
});
