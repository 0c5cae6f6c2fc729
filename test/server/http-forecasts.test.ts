import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forecastOf, windowsAhead } from '../../engine/index.ts';
import { shippedWindows } from '../../server/claims/windows.ts';
import { root } from '../../server/setup/ensure.mjs';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { day } from '../builders/decided.ts';
import { appFor, authorised, json } from '../builders/http.ts';
import { keyIn, revoked } from '../builders/identity.ts';
import { readFamily, shippedRuleset } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const { app, deps } = appFor();
const { ask } = await cohortsAt(app);
const folder = path.join(root, 'rulesets');
const familyAt = familiesOf('hertfordshire-worked-with', 11);
const families = Array.from({ length: 40 }, (_, at) => familyAt(at));
const asOf = '2013-10-15';
const lines = [...families.map((one) => JSON.stringify(one)), '', '{"id": "', JSON.stringify(families[0])];
const text = `${lines.join('\n')}\n`;
const address = `POST /forecasts?ruleset=phase-1&version=1.0.0&asOf=${asOf}`;
const ndjson = { 'Content-Type': 'application/x-ndjson' };
const command = (...more: readonly string[]) =>
  commandLine(['forecast', '--ruleset', 'phase-1@1.0.0', '--as-of', asOf, ...more], { folder, stdin: text });

const rules = shippedRuleset('england/phase-1/1.0.0');
const ledger = shippedWindows().map(({ window }) => window);
const open = windowsAhead({ programme: 'troubled-families', phase: 1 }, ledger, day(asOf));
if (!open.ok) throw new Error('windows that ship can be forecast over');
const wanted = { low: 0, expected: 0, high: 0 };
for (const family of families) {
  const one = forecastOf(rules, readFamily(family), { asOf: day(asOf), windows: open.value.open });
  for (const way of ['low', 'expected', 'high'] as const)
    wanted[way] += one[way].reduce((sum, { pence }) => sum + pence, 0);
}

test('what the engine forecasts family by family is added up; bad lines are counted, and the same comes of both', async () => {
  const { status, body } = await ask(address, { headers: ndjson, body: text });
  expect([status, body['title']]).toEqual([200, undefined]);
  expect(wanted.low).toBeGreaterThan(0);
  expect(body).toMatchObject({
    ...{ asOf, lines: 43, families: 40, windowsOf: { programme: 'troubled-families', phase: 1 } },
    ...{ windowsTooFar: [], claimsCounted: 'records' },
    problems: { lines: 2, first: [{ line: 42 }, { line: 43, family: families[0]?.id }] },
    total: {
      low: { pence: wanted.low },
      expected: { pence: wanted.expected },
      high: { pence: wanted.high },
    },
  });
  expect((body['windows'] as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual([
    ...['october-2013', 'early-2014', 'may-2014', 'august-2014', 'autumn-2014', 'february-2015', 'may-2015'],
  ]);
  const ended = await command();
  expect(ended.exit).toBe(0);
  expect(output(ended)).toMatchObject({
    total: body['total'],
    windows: body['windows'],
    never: body['never'],
  });
  expect((await command('--strict')).exit).toBe(1);
});

test('a table has a row for each window and payment, the same from both', async () => {
  const sent = { method: 'POST', headers: { ...authorised, ...ndjson }, body: text };
  const answer = await app.request(`/api/v1${address.replace('POST ', '')}&as=csv`, sent);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const table = await answer.text();
  expect((await command('--csv')).out).toBe(table);
  expect(table.trim().split('\r\n')).toHaveLength(1 + 7 * (1 + rules.ruleset.payments.length) + 1);
});

test('windows that are all past are refused, and so is a file that holds none', async () => {
  const late = await ask(address.replace(asOf, '2016-01-01'), { headers: ndjson, body: text });
  expect([late.status, late.body]).toMatchObject([
    422,
    { findings: [{ code: 'no-window-left', pointer: '/windows' }] },
  ]);
  const file = path.join(root, 'server/examples/family.json');
  const wrong = await command('--windows', file);
  expect([wrong.exit, problemOf(wrong)]).toMatchObject([2, { type: '/problems/windows-invalid' }]);
});

test('a window in force that closes more than ten years on is left out and named, unless no other is left', async () => {
  const another = appFor();
  const { ask: asked } = await cohortsAt(another.app);
  const window = {
    ...{ id: 'far', label: 'Far ahead', programme: 'troubled-families', phase: 1 },
    ...{ opens: '2023-10-01', closes: '2023-10-16', source: { ref: 'letter', standing: 'sourced' } },
  };
  const set = { headers: json, body: JSON.stringify({ window, source: { title: 'A letter' } }) };
  expect((await asked('POST /claim-windows', set)).status).toBe(201);
  const on = async (when: string) => {
    const { status, body } = await asked(address.replace(asOf, when), { headers: ndjson, body: '' });
    const idsOf = (key: string) => (body[key] as { readonly id: string }[] | undefined)?.map(({ id }) => id);
    return { status, windows: idsOf('windows'), tooFar: idsOf('windowsTooFar'), findings: body['findings'] };
  };
  expect(await on('2015-04-01')).toMatchObject({ windows: ['may-2015', 'far'], tooFar: [] });
  expect(await on('2013-10-15')).toMatchObject({ tooFar: [] });
  const early = await on('2013-10-14');
  expect([early.status, early.windows?.length, early.tooFar]).toEqual([200, 7, ['far']]);
  await asked('POST /claim-windows', {
    ...set,
    body: JSON.stringify({
      ...{ window: { ...window, opens: '2033-01-01', closes: '2033-02-01' }, source: { title: 'A letter' } },
    }),
  });
  expect(await on('2015-06-01')).toMatchObject({ status: 422, findings: [{ code: 'window-too-far' }] });
});

test('an input of no families, and one that is not NDJSON', async () => {
  const none = await ask(address, { headers: ndjson, body: '' });
  expect([none.status, none.body]).toMatchObject([200, { families: 0, lines: 0, never: { families: 0 } }]);
  const json = await ask(address, { headers: { 'Content-Type': 'application/json' }, body: '{}' });
  expect(json.status).toBe(415);
});

const windowsFile = async (windows: readonly object[]) => {
  const at = path.join(await mkdtemp(path.join(tmpdir(), 'windows-')), 'windows.json');
  await writeFile(at, JSON.stringify({ windows }));
  return at;
};
const days = (id: string, opens: string, closes: string) => ({ id, label: id, opens, closes });

test.for([
  {
    why: 'the second opens on the last day of the first',
    windows: [days('one', '2013-11-01', '2013-12-02'), days('two', '2013-12-01', '2014-01-01')],
    findings: [
      {
        ...{ code: 'windows-overlap', severity: 'error', pointer: '/windows/1/opens' },
        message: '`two` opens on `2013-12-01`, before `one` has closed on `2013-12-02`',
        suggestion: '2013-12-02',
      },
    ],
  },
  {
    why: 'it closes ten years and a day on',
    windows: [days('far', '2023-10-01', '2023-10-17')],
    findings: [
      {
        ...{ code: 'window-too-far', severity: 'error', pointer: '/windows/0/closes' },
        message: '`2023-10-17` is more than ten years after `2013-10-15`, the day asked about',
      },
    ],
  },
])('a file of windows is refused, because $why', async ({ windows, findings }) => {
  const refused = await command('--windows', await windowsFile(windows));
  expect([refused.exit, problemOf(refused)]).toMatchObject([
    2,
    { type: '/problems/windows-invalid', findings },
  ]);
});

test.for([
  {
    why: 'the second opens on the day that the first closes',
    windows: [days('one', '2013-11-01', '2013-12-01'), days('two', '2013-12-01', '2014-01-01')],
  },
  { why: 'it closes ten years on', windows: [days('far', '2023-10-01', '2023-10-16')] },
])('a file of windows is taken, because $why', async ({ windows }) => {
  const taken = await command('--windows', await windowsFile(windows));
  expect([taken.exit, output(taken)]).toMatchObject([0, { windowsOf: null, windows }]);
});

test('where whoever asks is stopped on the way, the answer says why', async () => {
  const { id, headers } = await keyIn(deps.store, ['decide']);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await revoked(deps.store, id);
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
  const sent = { method: 'POST', headers: { ...headers, ...ndjson }, body, duplex: 'half' as const };
  const answer = await app.request(`/api/v1${address.replace('POST ', '')}`, sent);
  expect([answer.status, await answer.json()]).toMatchObject([401, { type: '/api/v1/problems/key-revoked' }]);
});
