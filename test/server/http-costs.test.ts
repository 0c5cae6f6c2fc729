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
const costsFile = path.join(root, 'server/examples/unit-costs.json');
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

test('a table has a row for each line and each total, the same from both', async () => {
  const sent = { method: 'POST', headers: json, body: JSON.stringify({ unitCosts, sheet }) };
  const answer = await app.request('/api/v1/cost-sheets?as=csv', sent);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await answer.text();
  expect((await costs('--csv', sheetFile)).out).toBe(text);
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(1 + 9 + 2 + 3 + 3 + 1);
  expect(rows.at(-1)).toBe('saving,"Saved, gross",,,,,,,,3219400,3219100,');
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
