import { describe, expect, test } from 'vitest';
import { cohortsAt } from '../builders/cohorts.ts';
import { appFor, exampleFamily, json } from '../builders/http.ts';
import path from 'node:path';
import { root } from '../../server/setup/ensure.mjs';
import { commandLine, output, problemOf } from '../builders/command-line.ts';

const { app } = appFor();
const { ask } = await cohortsAt(app);
const ruleset = { id: 'phase-1', version: '1.0.0' };
const family = exampleFamily();
const post = (body: object) => ask('POST /claimable-days', { headers: json, body: JSON.stringify(body) });

test('when each payment can first be claimed, over three years where no last day is given', async () => {
  const { status, body } = await post({ ruleset, asOf: '2012-12-01', family });
  expect(status).toBe(200);
  expect(body).toMatchObject({ asOf: '2012-12-01', until: '2015-12-02', family: { id: 'F-001' }, ruleset });
  expect(body['payments']).toMatchObject([
    { payment: 'attachment-fee', due: null, possible: null },
    { due: null, possible: { from: '2013-04-01', until: '2015-06-01', pence: 70_000 } },
    { payment: 'result-progress-to-work' },
    { payment: 'result-continuous-employment' },
  ]);
});

describe('what cannot be answered is refused with its place', () => {
  test.for([
    { why: 'a last day before the first', until: '2012-11-30', pointer: '/until', code: 'out-of-range' },
    {
      why: 'a last day more than ten years on',
      until: '2022-12-03',
      pointer: '/until',
      code: 'out-of-range',
    },
    { why: 'no day', until: '2013-02-30', pointer: '/until', code: 'not-a-day' },
  ])('$why', async ({ until, pointer, code }) => {
    const { status, body } = await post({ ruleset, asOf: '2012-12-01', until, family });
    expect([status, body['findings']]).toMatchObject([400, [{ code, pointer }]]);
  });

  test('ten years on is a last day', async () => {
    const { status, body } = await post({ ruleset, asOf: '2012-12-01', until: '2022-12-02', family });
    expect([status, body['until']]).toEqual([200, '2022-12-02']);
  });

  test('a family that cannot be read, and a version that there is not', async () => {
    const wrong = await post({ ruleset, asOf: '2012-12-01', family: { ...family, attachedOn: 'soon' } });
    expect([wrong.status, wrong.body['findings']]).toMatchObject([422, [{ pointer: '/family/attachedOn' }]]);
    const none = await post({ ruleset: { id: 'phase-1', version: '9.0.0' }, asOf: '2012-12-01', family });
    expect(none.status).toBe(404);
  });
});

describe('`threshold claimable`', () => {
  const folder = path.join(root, 'rulesets');
  const file = path.join(root, 'server/examples/family.json');
  const claimable = (...more: string[]) =>
    commandLine(['claimable', '--ruleset', 'phase-1@1.0.0', '--as-of', '2012-12-01', ...more, file], {
      folder,
    });

  test('says what the server says', async () => {
    const ended = await claimable('--until', '2013-06-01');
    expect(ended.exit).toBe(0);
    const { body } = await post({ ruleset, asOf: '2012-12-01', until: '2013-06-01', family });
    expect(output(ended)).toEqual(body);
  });

  test('refuses a last day before the first', async () => {
    const ended = await claimable('--until', '2012-11-30');
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(problemOf(ended)).toMatchObject({ type: '/problems/usage' });
  });
});

describe('what is still needed', () => {
  const asked = { ruleset, asOf: '2013-10-01', family };
  const needed = (put: object = {}) =>
    ask('POST /still-needed', { headers: json, body: JSON.stringify({ ...asked, ...put }) });

  test('for each payment the smallest sets of changes, and none where its conditions are met', async () => {
    const { status, body } = await needed();
    expect([status, body['until']]).toEqual([200, '2016-10-01']);
    const payments = body['payments'] as { payment: string; verdict: string; ways: object[] }[];
    expect(payments.map(({ payment }) => payment)).toEqual([
      'attachment-fee',
      'result-crime-education',
      'result-progress-to-work',
      'result-continuous-employment',
    ]);
    const none = { reachable: true, evidence: [], progress: [], time: [], impossible: [] };
    for (const { verdict, ways } of payments)
      expect([verdict, ways]).toEqual([
        verdict,
        verdict === 'met' ? [none] : expect.not.arrayContaining([none]),
      ]);
  });

  test.for([
    {
      why: 'a last day before the first',
      put: { until: '2013-09-30' },
      expected: [400, [{ pointer: '/until' }]],
    },
    {
      why: 'a family that cannot be read',
      put: { family: { ...family, attachedOn: 'soon' } },
      expected: [422, [{ pointer: '/family/attachedOn' }]],
    },
    {
      why: 'a version that there is not',
      put: { ruleset: { id: 'phase-1', version: '9.0.0' } },
      expected: [404, undefined],
    },
  ])('$why is refused', async ({ put, expected }) => {
    const { status, body } = await needed(put);
    expect([status, body['findings']]).toMatchObject(expected);
  });

  test('`threshold needed` says what the server says', async () => {
    const file = path.join(root, 'server/examples/family.json');
    const folder = path.join(root, 'rulesets');
    const ended = await commandLine(['needed', '--ruleset', 'phase-1@1.0.0', '--as-of', '2013-10-01', file], {
      folder,
    });
    expect([ended.exit, output(ended)]).toEqual([0, (await needed()).body]);
  });
});
