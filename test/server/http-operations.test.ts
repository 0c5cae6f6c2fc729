import { describe, expect, test } from 'vitest';
import type { Deps } from '../../server/deps.ts';
import type { Library } from '../../server/library/library.ts';
import {
  appFor,
  authorised,
  exampleFamily,
  key,
  posting,
  questionWith,
  shippedLibrary,
} from '../builders/http.ts';

/** A library one of whose versions fails in a way that would tell of a family. */
function failing(message: string): Library {
  const { rulesets, ...rest } = shippedLibrary();
  const [version] = rulesets.get('phase-1') ?? [];
  if (version === undefined) throw new Error('phase-1 ships');
  const compiled = () => {
    throw new TypeError(message);
  };
  return { ...rest, rulesets: new Map([...rulesets, ['phase-1', [{ ...version, compiled }]]]) };
}

describe('our own fault', () => {
  test('is answered with an id alone, which is also in the log', async () => {
    const { app, logged } = appFor({ library: failing('family F-001 broke it') });
    const response = await app.request('/api/v1/evaluations', posting(questionWith()));
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        type: '/api/v1/problems/unexpected',
        title: 'Something went wrong here',
        status: 500,
        requestId: 'request-1',
      },
    ]);
    const entry = logged.find(({ message }) => message === 'unexpected');
    expect(entry).toMatchObject({
      level: 'error',
      fields: {
        requestId: 'request-1',
        error: { name: 'TypeError', stack: expect.arrayContaining([]) as unknown },
      },
    });
    expect(JSON.stringify(logged)).not.toContain('F-001');
  });

  test('an invariant of ours keeps its message', async () => {
    const { app, logged } = appFor({ library: failing('invariant: a compiled rule has a place') });
    await app.request('/api/v1/evaluations', posting(questionWith()));
    expect(JSON.stringify(logged)).toContain('invariant: a compiled rule has a place');
  });
});

describe('a request leaves one line in the log', () => {
  test('with what was asked of which address, and how long it took', async () => {
    const { app, logged } = appFor();
    await app.request('/api/v1/rulesets/phase-1/versions', { headers: authorised });
    expect(logged).toEqual([
      {
        level: 'info',
        message: 'answered',
        fields: {
          requestId: 'request-1',
          method: 'GET',
          route: '/api/v1/rulesets/:id/versions',
          status: 200,
          milliseconds: 1,
        },
      },
    ]);
  });

  test.for([
    { given: 'abc-123', used: 'abc-123', why: 'the caller’s own' },
    { given: 'x'.repeat(64), used: 'x'.repeat(64), why: 'as long as is taken' },
    { given: 'x'.repeat(65), used: 'request-1', why: 'one longer' },
    { given: 'with spaces {}', used: 'request-1', why: 'of other characters' },
  ])('its id is $used: $why', async ({ given, used }) => {
    const { app, logged } = appFor();
    const response = await app.request('/healthz', { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toBe(used);
    expect(logged[0]?.fields.requestId).toBe(used);
  });
});

test('neither the log nor the metrics hold anything of a family, a key or an address', async () => {
  const secret = 'Zachariah-0xC0FFEE';
  const { app, logged } = appFor();
  const family = { ...exampleFamily(), id: secret, localAuthority: secret };
  const bad = { ...family, [secret]: secret };
  await app.request('/api/v1/evaluations', posting(questionWith({ family })));
  await app.request('/api/v1/evaluations', posting(questionWith({ family: bad })));
  await app.request('/api/v1/evaluations', posting(`{"${secret}"`));
  await app.request(`/api/v1/${secret}?family=${secret}`, { headers: authorised });
  await app.request('/api/v1/rulesets', { headers: { authorization: `Bearer ${secret}` } });
  const metrics = await (await app.request('/metrics')).text();
  // because a refusal of nobody in particular has a line of its own, beside the one of each request
  expect(logged.length).toBe(7);
  expect(metrics).toContain(
    'threshold_evaluations_total{ruleset="phase-1",version="1.0.0",eligibility="met"} 1',
  );
  expect(metrics).toContain('route="/api/v1/evaluations",status="422"} 1');
  for (const held of [JSON.stringify(logged), metrics]) {
    expect(held).not.toContain(secret);
    expect(held).not.toContain(key);
  }
});

describe('health and readiness', () => {
  const status = async (deps: Partial<Deps>, path: string) => {
    const response = await appFor(deps).app.request(path);
    return [response.status, response.headers.get('connection')];
  };

  test.for([
    { draining: false, path: '/healthz', answer: [200, null] },
    { draining: false, path: '/readyz', answer: [200, null] },
    { draining: true, path: '/healthz', answer: [200, 'close'] },
    { draining: true, path: '/readyz', answer: [503, 'close'] },
  ])('$path is $answer while draining is $draining', async ({ draining, path, answer }) => {
    expect(await status({ lifecycle: { draining } }, path)).toEqual(answer);
  });
});

describe('a server that asks for no key', () => {
  const { app } = appFor({ access: { open: true } });
  test.for([
    { host: 'localhost:3000', status: 200, why: 'this machine by name' },
    { host: '127.0.0.1:3000', status: 200, why: 'this machine by address' },
    { host: '[::1]:3000', status: 200, why: 'this machine by its newer address' },
    { host: 'threshold.example', status: 421, why: 'a name that someone pointed here' },
    { host: '127.0.0.1.example:3000', status: 421, why: 'a name that only begins like this machine' },
  ])('answers $status to $host: $why', async ({ host, status }) => {
    const response = await app.request('/api/v1/rulesets', { headers: { host } });
    expect(response.status).toBe(status);
  });
});
