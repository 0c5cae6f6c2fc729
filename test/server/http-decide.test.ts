import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { decision as decisionForm, type Decision } from '../../engine/index.ts';
import {
  appFor,
  authorised,
  exampleFamily,
  posting,
  questionWith,
  shippedLibrary,
} from '../builders/http.ts';

const { app } = appFor();

async function asked(changes: Readonly<Record<string, unknown>> = {}) {
  const response = await app.request('/api/v1/evaluations', posting(questionWith(changes)));
  expect(response.status, await response.clone().text()).toBe(200);
  return { response, decision: decisionForm.parse(await response.json()) };
}

const hashOf = (id: string) => shippedLibrary().rulesets.get(id)?.[0]?.hash ?? '';

describe('one family, one call, one decision', () => {
  test('the example family of the contract', async () => {
    const { decision } = await asked();
    expect(decision).toMatchObject({
      family: { id: 'F-001' },
      asOf: '2012-12-01',
      ruleset: { id: 'phase-1', version: '1.0.0', inForce: true },
      eligibility: { verdict: 'met', route: 'automatic' },
      totalDuePence: 0,
    });
  });

  test('the headers repeat what decided', async () => {
    const { response, decision } = await asked();
    const names = ['ruleset', 'ruleset-version', 'ruleset-hash', 'engine-semantics', 'decision'];
    expect(names.map((name) => response.headers.get(`threshold-${name}`))).toEqual([
      'phase-1',
      '1.0.0',
      hashOf('phase-1'),
      String(decision.engine.semantics),
      decision.id,
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('the same question has the same id, and another question another', async () => {
    const [first, again, later] = [await asked(), await asked(), await asked({ asOf: '2012-12-02' })];
    expect(again.decision).toEqual(first.decision);
    expect(later.decision.id).not.toBe(first.decision.id);
  });

  test.for([
    { why: 'by number', ruleset: { id: 'phase-2', version: '1.0.0' }, chosen: 'phase-2' },
    { why: 'by hash', ruleset: { id: 'phase-2', hash: hashOf('phase-2') }, chosen: 'phase-2' },
    {
      why: 'in force on its first day',
      ruleset: { id: 'phase-1', inForceOn: '2012-04-01' },
      chosen: 'phase-1',
    },
    {
      why: 'in force as known on a day',
      ruleset: { id: 'phase-1', inForceOn: '2012-12-01', knownOn: '2030-01-01' },
      chosen: 'phase-1',
    },
  ])('a version is named $why', async ({ ruleset, chosen }) => {
    const { decision } = await asked({ ruleset });
    expect([decision.ruleset.id, decision.ruleset.version]).toEqual([chosen, '1.0.0']);
  });

  test('an exact version is decided on a day on which it is not in force, and says so', async () => {
    const { decision } = await asked({ ruleset: { id: 'phase-2', version: '1.0.0' } });
    expect(decision.ruleset.inForce).toBe(false);
  });

  test('a family can be asked about as if attached on another day', async () => {
    const { decision } = await asked({ restateAttachment: '2012-11-05' });
    expect(decision).toMatchObject({ restatedAttachment: '2012-11-05', attachedOn: '2012-11-05' });
  });

  test.for([
    { trace: 'none', holds: [false, false] },
    { trace: undefined, holds: [true, false] },
    { trace: 'summary', holds: [true, false] },
    { trace: 'full', holds: [true, true] },
  ])('trace $trace: verdicts and nodes are there as $holds', async ({ trace, holds }) => {
    const { decision } = await asked(trace === undefined ? {} : { trace });
    expect([decision.trace !== undefined, decision.trace?.nodes !== undefined]).toEqual(holds);
  });

  test('a byte-order mark before the body is passed over', async () => {
    const body = `\u{feff}${JSON.stringify(questionWith())}`;
    expect((await app.request('/api/v1/evaluations', posting(body))).status).toBe(200);
  });
});

let form: ValidateFunction<Decision> | undefined;

/** The form of a decision as the OpenAPI document publishes it. */
async function published(): Promise<ValidateFunction<Decision>> {
  const document = (await (await app.request('/api/v1/openapi.json')).json()) as object;
  const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true } });
  ajv.addSchema(document, 'openapi');
  form ??= ajv.compile<Decision>({ $ref: 'openapi#/components/schemas/Decision' });
  return form;
}

describe('the decision is what the OpenAPI document says', () => {
  const unattached = { ...exampleFamily(), attachedOn: null, claims: [] };
  const rows: { why: string; question: Readonly<Record<string, unknown>> }[] = [
    { why: 'phase 1 in full', question: { trace: 'full' } },
    {
      why: 'phase 2 in full',
      question: { trace: 'full', ruleset: { id: 'phase-2', version: '1.0.0' }, asOf: '2015-06-01' },
    },
    { why: 'without a trace', question: { trace: 'none' } },
    { why: 'on the earliest day that is taken', question: { trace: 'full', asOf: '1900-01-01' } },
    {
      why: 'on the latest day that is taken',
      question: { trace: 'full', asOf: '2199-12-31', family: unattached },
    },
    {
      why: 'nothing supplied',
      question: { trace: 'full', family: { ...unattached, records: {}, coverage: {} } },
    },
  ];

  test.for(rows)('$why', async ({ question }) => {
    const valid = await published();
    const { decision } = await asked(question);
    expect(valid(decision), JSON.stringify(valid.errors)).toBe(true);
  });
});

describe('what the answer does not depend on', () => {
  test('a request without the key sees nothing, one with it sees the rulesets', async () => {
    expect((await app.request('/api/v1/rulesets')).status).toBe(401);
    expect((await app.request('/api/v1/rulesets', { headers: authorised })).status).toBe(200);
  });
});
