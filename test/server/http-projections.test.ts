import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSchedule, project, type Projection } from '../../engine/programme.ts';
import { root } from '../../server/setup/ensure.mjs';
import { cohortsAt } from '../builders/cohorts.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { appFor, json } from '../builders/http.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);
const file = path.join(root, 'server/examples/schedule.json');
const schedule = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
const checked = checkSchedule(schedule);
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
    'June 2014,228,1350,123,700,266,427,490,500,0,210,,,159,9240000,212,12320000,266,15470000',
  );
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
      code: 'wrong-type',
    },
    {
      why: 'claimable before it leaves',
      put: { claimableAfter: 1 },
      status: 422,
      at: '/claimableAfter',
      code: 'claimable-before-leaving',
    },
  ])('$why', async ({ put, status, at, code }) => {
    const refused = await post({ ...schedule, ...put, leads: undefined });
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
