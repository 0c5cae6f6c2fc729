import { describe, expect, test } from 'vitest';
import type { Change, Decision } from '../../engine/index.ts';
import { appFor, exampleFamily, posting } from '../builders/http.ts';

const { app } = appFor();

const question = (changes: object = {}) => ({
  left: { id: 'phase-1', version: '1.0.0' },
  right: { id: 'phase-2', version: '1.0.0' },
  asOf: '2016-03-01',
  restateAttachment: '2015-06-01',
  family: exampleFamily(),
  ...changes,
});

const ask = (body: unknown) => app.request('/api/v1/comparisons', posting(body));

test('one family under two versions: each decision as asked alone, and what changes', async () => {
  const response = await ask(question());
  expect(response.status).toBe(200);
  const said = (await response.json()) as {
    left: Decision;
    right: Decision;
    changes: Change[];
    shared: object;
  };
  const alone = async (body: object) =>
    (await (await app.request('/api/v1/evaluations', posting(body))).json()) as Decision;
  const { left, right, asOf, family, restateAttachment } = question();
  expect(said.left).toEqual(await alone({ ruleset: left, asOf, family, trace: 'none' }));
  expect(said.right).toEqual(await alone({ ruleset: right, asOf, family, restateAttachment, trace: 'none' }));
  expect(said.changes).toContainEqual({
    path: '/eligibility/route',
    from: 'automatic',
    to: said.right.eligibility.route,
  });
  expect(said.shared).toMatchObject({ payments: ['attachment-fee'] });
});

describe('what cannot be compared', () => {
  test.for([
    { changes: { right: { id: 'phase-2', version: '9.0.0' } }, status: 404, name: 'version-not-found' },
    { changes: { left: { id: 'phase-2', inForceOn: '2001-01-01' } }, status: 422, name: 'nothing-in-force' },
    { changes: { left: { id: 'phase-2' } }, status: 400, name: 'body-invalid' },
    { changes: { family: {} }, status: 422, name: 'family-invalid' },
  ])('$changes: $name', async ({ changes, status, name }) => {
    const response = await ask(question(changes));
    const { type } = (await response.json()) as { type: string };
    expect([response.status, type]).toEqual([status, `/api/v1/problems/${name}`]);
  });
});
