import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { appFor, json } from '../builders/http.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);
const folder = path.join(root, 'rulesets');
const costsFile = path.join(root, 'rulesets/unit-costs/hertfordshire@1.0.0.json');
const sheetFile = path.join(root, 'server/examples/family-e.json');
const documentIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const unitCosts = documentIn(costsFile);
const sheet = documentIn(sheetFile);
const post = (body: object) => ask('POST /cost-sheets', { headers: json, body: JSON.stringify(body) });
const costs = (...more: string[]) => commandLine(['costs', '--unit-costs', costsFile, ...more], { folder });

test('Family E, by its items and as printed, over HTTP and on the command line', async () => {
  const { status, body } = await post({ unitCosts, sheet });
  expect(status).toBe(200);
  const pence = (of: number, printed: number) => ({
    ...{ pence: of, printed: { pence: printed, differencePence: of - printed } },
  });
  expect(body).toMatchObject({
    basis: 'gross',
    unitCosts: { id: 'hertfordshire', version: '1.0.0' },
    phases: [pence(4_300_200, 4_299_900), pence(620_800, 620_800), pence(460_000, 460_000)],
    saving: pence(3_219_400, 3_219_100),
  });
  const ended = await costs(sheetFile);
  expect([ended.exit, output(ended)]).toEqual([0, body]);
});

test('published unit costs are named in place of sent ones, over HTTP and on the command line', async () => {
  const published = { id: 'hertfordshire', version: '1.0.0' };
  const { status, body } = await post({ published, sheet });
  expect([status, body]).toEqual([200, (await post({ unitCosts, sheet })).body]);
  const ended = await commandLine(['costs', '--unit-costs', 'hertfordshire@1.0.0', sheetFile], { folder });
  expect([ended.exit, output(ended)]).toEqual([0, body]);
});

test('unit costs that there are not, both kinds at once, and neither', async () => {
  const none = { id: 'hertfordshire', version: '1.0.1' };
  const refused = await post({ published: none, sheet });
  expect([refused.status, refused.body['unitCosts']]).toEqual([404, ['hertfordshire@1.0.0']]);
  for (const asked of [{ sheet }, { sheet, unitCosts, published: { ...none, version: '1.0.0' } }]) {
    const { status: told, body } = await post(asked);
    expect([told, body['findings']]).toMatchObject([400, [{ pointer: '/unitCosts' }]]);
  }
  const ended = await commandLine(['costs', '--unit-costs', 'hertfordshire@1.0.1', sheetFile], { folder });
  expect([ended.exit, problemOf(ended)]).toMatchObject([
    ...[
      2,
      {
        type: '/problems/unit-costs-not-found',
        suggestion: 'hertfordshire@1.0.0',
        detail: expect.stringContaining('hertfordshire@1.0.0') as string,
      },
    ],
  ]);
});

test('a table has a row for each line and each total, the same from both', async () => {
  const sent = { method: 'POST', headers: json, body: JSON.stringify({ unitCosts, sheet }) };
  const answer = await app.request('/api/v1/cost-sheets?as=csv', sent);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await answer.text();
  expect((await costs('--csv', sheetFile)).out).toBe(text);
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(1 + 9 + 2 + 3 + 3 + 1);
  expect(rows[0]?.split(',').slice(-4)).toEqual(['standing', 'records', 'records pence', 'missing']);
  expect(rows.at(-1)).toBe('saving,"Saved, gross",,,,,,,,3219400,3219100,,,,,');
});

describe('what cannot be added up is refused at its place', () => {
  const [first] = unitCosts['costs'] as Record<string, unknown>[];
  const yearless = Object.fromEntries(Object.entries(first ?? {}).filter(([key]) => key !== 'priceYear'));
  test.for([
    {
      why: 'a unit cost without a price year',
      body: { unitCosts: { ...unitCosts, costs: [yearless] }, sheet },
      ...{ status: 400, at: '/unitCosts/costs/0/priceYear', code: 'missing-key' },
    },
    {
      why: 'a saving of no phase',
      body: { unitCosts, sheet: { ...sheet, saving: { of: 'befor', less: ['after'] } } },
      ...{ status: 422, at: '/sheet/saving/of', code: 'unknown-phase' },
    },
  ])('$why', async ({ body, status, at, code }) => {
    const refused = await post(body);
    expect([refused.status, refused.body['findings']]).toMatchObject([status, [{ pointer: at, code }]]);
  });

  test('on the command line, with exit code 2', async () => {
    const ended = await costs(costsFile);
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(problemOf(ended)).toMatchObject({ type: '/problems/costs-invalid' });
    expect((await costs('no-such-file.json')).exit).toBe(2);
  });
});

describe('the costs of a family’s records', () => {
  const file = (name: string) => path.join(root, 'server/examples', `${name}.json`);
  const [counting, spans, family] = ['counted-costs', 'counted-sheet', 'family'].map((name) =>
    documentIn(file(name)),
  );
  const question = { unitCosts: counting, sheet: spans, family, asOf: '2013-10-01' };
  const byRecords = (...more: string[]) =>
    commandLine(['costs', '--unit-costs', file('counted-costs'), ...more, file('counted-sheet')], { folder });

  test('as lines with the records they rest on, over HTTP and on the command line', async () => {
    const { status, body } = await post(question);
    expect(status).toBe(200);
    const line = (cost: string, quantity: unknown, atLeast = false) => ({
      ...{ counted: { cost, quantity }, derived: { atLeast } },
    });
    expect(body).toMatchObject({
      family: { id: 'F-001', vocabulary: 'family@1', asOf: '2013-10-01' },
      phases: [
        {
          ...{ id: 'before', pence: 1_528_286, atLeast: true },
          lines: [
            { counted: { cost: 'police-call-out', quantity: 2 }, derived: null },
            line('proven-offence', 1),
            line('jsa-week', { part: 183, of: 7 }),
            line('protection-plan-week', { part: 183, of: 7 }),
            line('pupil-referral-day', 116),
            line('session-missed', 22, true),
          ],
          none: [{ cost: 'domestic-incident' }, { cost: 'protection-plan' }],
          notKnown: [{ cost: 'arrest' }],
          enteredToo: [{ cost: 'police-call-out', quantity: 1, lines: [0], differencePence: 5000 }],
        },
        { id: 'intervention', atLeast: true },
        { id: 'after', atLeast: true },
      ],
      saving: { bound: 'open' },
    });
    const ended = await byRecords('--family', file('family'), '--as-of', '2013-10-01');
    expect([ended.exit, output(ended)]).toEqual([0, body]);
  });

  test('as a table, where what is not added stands apart', async () => {
    const { out } = await byRecords('--csv', '--family', file('family'), '--as-of', '2013-10-01');
    const rows = out.split('\r\n').filter((row) => row.startsWith('before,'));
    expect(rows.filter((row) => row.includes(',"entered by hand too, not added",'))).toHaveLength(1);
    expect(rows.find((row) => row.includes(',session-missed,22,'))).toContain(
      ',at least,/records/term-attendance/0,,attendance records of m2: missing for summer term 2011/12',
    );
    expect(rows.filter((row) => row.includes(',not known,'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes(',none,'))).toHaveLength(2);
    const sent = { method: 'POST', headers: json, body: JSON.stringify(question) };
    expect(await (await app.request('/api/v1/cost-sheets?as=csv', sent)).text()).toBe(out);
  });

  const lines = (of: object) => ({
    ...spans,
    saving: undefined,
    phases: [{ id: 'p', label: 'P', lines: [], ...of }],
  });
  test.for([
    { why: 'no day to see it on', body: { asOf: undefined }, status: 400, at: '/asOf' },
    { why: 'a day and no family', body: { family: undefined }, status: 400, at: '/asOf' },
    {
      ...{ why: 'a record type that is misspelt', status: 422, at: '/family/records/arest' },
      body: { family: { ...family, records: { arest: [] } } },
    },
    { why: 'unit costs that count nothing', body: { unitCosts, sheet }, status: 422, at: '/unitCosts/costs' },
    { why: 'no span to count in', body: { sheet: lines({}) }, status: 422, at: '/sheet/phases' },
    {
      ...{ why: 'a span that ends before it begins', status: 422, at: '/sheet/phases/0/span/to' },
      body: { sheet: lines({ span: { from: '2013-10-01', to: '2013-04-01' } }) },
    },
    {
      ...{ why: 'a vocabulary that is not there', status: 422, at: '/unitCosts/vocabulary' },
      body: { unitCosts: { ...counting, vocabulary: 'family@9' } },
    },
  ])('are refused at their place: $why', async ({ body, status, at }) => {
    const refused = await post({ ...question, ...body });
    expect([refused.status, refused.body['findings']]).toMatchObject([status, [{ pointer: at }]]);
  });

  test.for([
    { why: 'no day', more: ['--family', file('family')], type: 'usage' },
    {
      ...{ why: 'no family in the file', more: ['--family', sheetFile, '--as-of', '2013-10-01'] },
      type: 'family-invalid',
    },
    {
      ...{ why: 'no such file', more: ['--family', 'none.json', '--as-of', '2013-10-01'] },
      type: 'file-unreadable',
    },
  ])('are refused on the command line: $why', async ({ more, type }) => {
    const ended = await byRecords(...more);
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { type: `/problems/${type}` }]);
  });

  test.for(['counted-costs', 'counted-sheet', 'family'])('%s ships as an example', async (name) => {
    const answer = await app.request(`/api/v1/examples/${name}`);
    expect([answer.status, await answer.json()]).toEqual([200, documentIn(file(name))]);
  });
});
