import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSchedule, project, type Projection } from '../../engine/programme.ts';
import { shippedWindows } from '../../server/claims/windows.ts';
import { root } from '../../server/setup/ensure.mjs';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { appFor, json } from '../builders/http.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);
const file = path.join(root, 'server/examples/schedule.json');
const schedule = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
const ledger = shippedWindows().map(({ window }) => window);
const checked = checkSchedule(schedule, ledger);
if (!checked.ok) throw new Error('the example can be projected');
const wanted: Projection = project(checked.value);
const post = (body: object) => ask('POST /projections', { headers: json, body: JSON.stringify(body) });

test('the schedule that Hertfordshire published comes out, over HTTP and on the command line', async () => {
  const { status, body } = await post(schedule);
  expect(status).toBe(200);
  expect(body).toEqual(wanted);
  expect(body).toMatchObject({ peak: { label: 'June 2014', caseload: 700 }, neverClaimable: 228 });
  const ended = await commandLine(['project', file], { folder: path.join(root, 'rulesets') });
  expect([ended.exit, output(ended)]).toEqual([0, wanted]);
});

test('the 60:40 split that was before gives 420 and 280 at the peak, and 186 beyond what is commissioned', async () => {
  const { body } = await post(schedule);
  expect(body['otherSplits']).toMatchObject([
    {
      id: 'sixty-forty',
      source: expect.stringContaining('6.1.1') as string,
      peak: {
        ...{ label: 'June 2014', caseload: 700 },
        leads: [
          { id: 'county', families: 420, room: 500, beyond: 0 },
          { id: 'partners', families: 280, room: null, beyond: null },
        ],
      },
      uncommissioned: [{ id: 'partners', families: 186 }],
    },
  ]);
});

test('a table has a row for each column, the same from both', async () => {
  const sent = { method: 'POST', headers: json, body: JSON.stringify(schedule) };
  const answer = await app.request('/api/v1/projections?as=csv', sent);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = await answer.text();
  const ended = await commandLine(['project', '--csv', file], { folder: path.join(root, 'rulesets') });
  expect(ended.out).toBe(text);
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(13);
  expect(rows[8]).toBe(
    [
      'June 2014,228,1350,123,700,266,427,490,500,0,210,,,159,132,9240000,212,176,12320000,266,221,15470000',
      '3/5,4/5,1/1,5/6,420,500,0,280,,',
    ].join(','),
  );
});

test('by window: those in force of the programme and phase that the schedule names, and what is claimed in none', async () => {
  const { body } = await post(schedule);
  expect(body['byWindow']).toMatchObject({
    of: { programme: 'troubled-families', phase: 1 },
    unclaimed: { families: 0 },
  });
  const sent = { method: 'POST', headers: json, body: JSON.stringify(schedule) };
  const text = await (await app.request('/api/v1/projections?as=csv&by=window', sent)).text();
  const ended = await commandLine(['project', '--csv', '--by-window', file], {
    folder: path.join(root, 'rulesets'),
  });
  expect(ended.out).toBe(text);
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(1 + 9 + 1);
  // Become claimable from October to December 2013, all of them sure on the 31st: 39 families at £700.
  expect(rows[4]).toBe(
    'January and February 2014,2014-01-01,2014-03-01,unverified,39,23,19,1330000,31,25,1750000,39,32,2240000,3/5,4/5,1/1,5/6',
  );
  expect(rows[10]).toBe('in no window,,,,0,0,0,0,0,0,0,0,0,0,3/5,4/5,1/1,5/6');
  const alone = await commandLine(['project', '--by-window', file], { folder: path.join(root, 'rulesets') });
  expect([alone.exit, problemOf(alone)]).toMatchObject([2, { type: '/problems/usage' }]);
});

test('a window that is stored in place of one that ships is taken', async () => {
  const [shipped] = shippedWindows().filter(({ window }) => window.id === 'early-2014');
  const moved = { ...shipped, window: { ...shipped?.window, opens: '2014-02-01' } };
  const answer = await ask('POST /claim-windows', { headers: json, body: JSON.stringify(moved) });
  expect(answer.status).toBe(201);
  const { body } = await post(schedule);
  expect(JSON.stringify(body['byWindow'])).toContain('"opens":"2014-02-01"');
});

test.for([
  { engaged: 1.5, message: '`1.5` is not a whole number' },
  { engaged: '12', message: 'the text `12` stands where a number should' },
  { engaged: true, message: '`true` stands where a number should' },
  { engaged: -1, message: '`-1` is less than `0`' },
])('what is wrong with $engaged families is said in words', async ({ engaged, message }) => {
  const refused = await post({ ...schedule, columns: [{ label: 'a', engaged }] });
  expect(refused.body['findings']).toMatchObject([{ pointer: '/columns/0/engaged', message }]);
});

test('a bound that is not taken itself is said to be none', async () => {
  const { body } = await post({ ...schedule, leavesAfter: 0 });
  expect(body['findings']).toMatchObject([{ pointer: '/leavesAfter', message: '`0` is not more than `0`' }]);
});

describe('what cannot be projected is refused at its place', () => {
  test.for([
    {
      why: 'fewer families than none',
      put: { columns: [{ label: 'a', engaged: -1 }] },
      status: 400,
      at: '/columns/0/engaged',
      code: 'out-of-range',
    },
    {
      why: 'a part of a family',
      put: { columns: [{ label: 'a', engaged: 1.5 }] },
      status: 400,
      at: '/columns/0/engaged',
      code: 'not-whole',
    },
    {
      why: 'claimable before it leaves',
      put: { claimableAfter: 1 },
      status: 422,
      at: '/claimableAfter',
      code: 'claimable-before-leaving',
    },
    {
      why: 'windows of a phase that has none',
      put: { windowsOf: { programme: 'troubled-families', phase: 3 } },
      status: 422,
      at: '/windowsOf',
      code: 'unknown-windows',
    },
  ])('$why', async ({ put, status, at, code }) => {
    const refused = await post({
      ...schedule,
      windowsOf: undefined,
      ...put,
      leads: undefined,
      otherSplits: undefined,
    });
    expect([refused.status, refused.body['findings']]).toMatchObject([status, [{ pointer: at, code }]]);
  });

  test('on the command line, with exit code 2', async () => {
    const stdin = JSON.stringify({ ...schedule, leavesAfter: 0 });
    const ended = await commandLine(['project', '-'], { folder: path.join(root, 'rulesets'), stdin });
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(problemOf(ended)).toMatchObject({
      type: '/problems/schedule-invalid',
      findings: [{ pointer: '/leavesAfter' }],
    });
  });
});
