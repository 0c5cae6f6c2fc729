import { describe, expect, test } from 'vitest';
import type { Ruleset } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { claimsApp, DAY, improvedFamily, metFamily, phase1 } from '../builders/claims.ts';
import { shippedLibrary } from '../builders/http.ts';

const fee = 'attachment-fee';
const source = { ref: 'harrow', standing: 'derived' } as const;

/** Phase 1 with its fee paid for so many families of an authority at most. */
function limitedTo(
  atMost: number | Ruleset['parameters'][string],
  {
    grants = [],
    isLimited = true,
  }: { readonly grants?: NonNullable<Ruleset['grants']>; readonly isLimited?: boolean } = {},
) {
  const library = shippedLibrary();
  const limit = typeof atMost === 'number' ? atMost : { parameter: 'most' };
  const rulesets = new Map(library.rulesets);
  const limited = (library.rulesets.get(phase1.id) ?? []).map((version) => {
    const { ruleset } = version;
    const payments = ruleset.payments.map((one) =>
      one.id === fee && isLimited ? { ...one, families: { atMost: limit } } : one,
    );
    const parameters = {
      ...ruleset.parameters,
      ...(typeof atMost === 'number' ? {} : { most: atMost }),
    };
    return { ...version, ruleset: { ...ruleset, payments, parameters, grants } };
  });
  rulesets.set(phase1.id, limited);
  return { ...library, rulesets };
}

const families = (many: number, from = 1, more: object = {}) =>
  Array.from({ length: many }, (_, at) => metFamily(`F-${String(from + at)}`, { ...more }));

test('a payment is claimed for so many families as the version pays it for, in the order of the cohort', async () => {
  const { runOver, held } = await claimsApp({ library: limitedTo(2) });
  const run = await runOver(families(3));
  expect(run).toMatchObject({ claims: 8, held: 1 });
  expect(await held(run.id)).toMatchObject([
    { family: 'F-3', payment: fee, code: 'families-full', claims: [] },
  ]);
});

test('the limit is of an authority over all its runs, one family at a time as well, and each council has its own', async () => {
  const { runOver, begin, ask } = await claimsApp({ library: limitedTo(2) });
  await runOver(families(1));
  expect(await runOver(families(2, 2))).toMatchObject({ claims: 5, held: 1 });
  const { id } = await begin();
  const { problem, body } = await ask('analyst', `POST /claim-runs/${id}/claims`, {
    family: metFamily('F-9'),
    payment: fee,
  });
  expect(problem).toBe('claim-refused');
  expect(body['findings']).toMatchObject([{ code: 'families-full', pointer: '/family' }]);
  const brent = families(3, 1, { localAuthority: 'Brent' });
  expect(await runOver(brent, {}, 'brent')).toMatchObject({ claims: 8, held: 1 });
});

test('what is withdrawn makes room, and a family that is claimed for again needs none of its own', async () => {
  const { runOver, begin, done, submitted, claims } = await claimsApp({ library: limitedTo(1) });
  const { id } = await runOver(families(1));
  expect(await runOver(families(1, 2))).toMatchObject({ claims: 2, held: 1 });
  await done('analyst', `POST /claim-runs/${id}/withdraw`, { reason: 'the wrong cohort' });
  const second = await runOver(families(1, 2));
  expect(second).toMatchObject({ claims: 1, held: 0 });
  await submitted(second.id);
  const [claim] = await claims(`&run=${second.id}`);
  const event = (what: string, pence: number) => ({
    events: [{ claim: claim?.id, event: what, on: '2015-02-20', pence, reason: 'found not valid' }],
  });
  await done('releaser', 'POST /claim-events', event('paid', 320_000));
  await done('releaser', 'POST /claim-events', event('clawed-back', 20_000));
  // because part of it still counts, so that its place is taken by itself alone
  const { id: alone } = await begin({ asOf: '2015-02-21' });
  expect(
    await done('analyst', `POST /claim-runs/${alone}/claims`, { family: metFamily('F-2'), payment: fee }),
  ).toMatchObject({ claims: 1, pence: 20_000 });
});

test('a family under a former id takes the place that it had', async () => {
  const { runOver } = await claimsApp({ library: limitedTo(1) });
  await runOver(families(1));
  expect(await runOver([metFamily('F-8', { formerIds: ['F-1'] })])).toMatchObject({ claims: 0, held: 0 });
});

test('a family that is claimed for under two ids has one place', async () => {
  const { runOver, begin, done, submitted, claims } = await claimsApp({ library: limitedTo(2) });
  const first = await runOver(families(1));
  await submitted(first.id);
  const [claim] = await claims();
  const event = (what: string, pence: number) => ({
    events: [{ claim: claim?.id, event: what, on: '2015-02-20', pence, reason: 'found not valid' }],
  });
  await done('releaser', 'POST /claim-events', event('paid', 320_000));
  await done('releaser', 'POST /claim-events', event('clawed-back', 20_000));
  const { id } = await begin({ asOf: '2015-02-21' });
  const renamed = metFamily('F-8', { formerIds: ['F-1'] });
  await done('analyst', `POST /claim-runs/${id}/claims`, { family: renamed, payment: fee });
  expect(await runOver(families(1, 2), { asOf: '2015-02-21' })).toMatchObject({ claims: 3, held: 0 });
  expect(await runOver(families(1, 3), { asOf: '2015-02-21' })).toMatchObject({ claims: 2, held: 1 });
});

test('a claim of the other phase takes no place of this one, and gives none', async () => {
  const { runOver } = await claimsApp({ library: limitedTo(1) });
  const later = { ruleset: { id: 'phase-2', version: '1.1.0' }, asOf: '2017-02-01' };
  expect(await runOver([improvedFamily('F-2')], later)).toMatchObject({ claims: 2 });
  expect(await runOver(families(1))).toMatchObject({ claims: 3, held: 0 });
  // its fee has no room; its results are held because of the other phase
  expect(await runOver(families(1, 2))).toMatchObject({ claims: 0, held: 3 });
});

test.for([
  { why: 'the value of the year of attachment', from: '2012-04-01', by: 'attachedOn', code: 'families-full' },
  { why: 'no value on the day of the claim', from: '2015-02-03', by: 'asOf', code: 'families-unknown' },
] as const)('a limit is read on its day: $why', async ({ from, by, code }) => {
  const library = limitedTo({
    ...{ label: 'Families', unit: 'count', by, source },
    values: [{ from, value: 0 }],
  });
  const { runOver, held } = await claimsApp({ library });
  const run = await runOver(families(1));
  expect(run).toMatchObject({ claims: 2, held: 1 });
  expect((await held(run.id)).map((one) => one.code)).toEqual([code]);
});

test('two runs at once share what room there is', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  const { ask, begin, upload, claims } = await claimsApp({
    library: limitedTo(1),
    secondOpinion: async (ruleset, computed) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      return secondOpinion(ruleset, computed);
    },
  });
  await upload(families(1), 'the-first-cohort');
  await upload(families(1, 2), 'the-second-cohort');
  const one = await begin({ cohort: 'the-first-cohort' });
  const two = await begin({ cohort: 'the-second-cohort' });
  // because the second is proposed while the families of the first are judged
  meanwhile = () => ask('analyst', `POST /claim-runs/${two.id}/next`);
  expect((await ask('analyst', `POST /claim-runs/${one.id}/next`)).status).toBe(200);
  expect((await claims()).filter(({ payment }) => payment === fee)).toMatchObject([{ family: 'F-2' }]);
});

describe('grants are told beside what claims come to, and are in no sum', () => {
  const grant = (amount: number | { readonly parameter: string }) => ({
    ...{ id: 'co-ordinator', label: 'A co-ordinator', amount, each: 'year' as const, source },
  });
  const dated: Ruleset['parameters'][string] = {
    label: 'For a co-ordinator',
    unit: 'pence',
    by: 'asOf',
    source,
    values: [{ from: '2012-04-01', to: '2015-02-02', value: 10_000_000 }],
  };

  test.for([
    { why: 'written in place', amount: 10_000_000, pence: 10_000_000 },
    { why: 'by a parameter without a value on the day', amount: { parameter: 'most' }, pence: null },
  ])('$why', async ({ amount, pence }) => {
    const library = limitedTo(dated, { grants: [grant(amount)], isLimited: false });
    const { runOver, done } = await claimsApp({ library });
    expect(await done('analyst', 'GET /claim-totals')).toMatchObject({ grants: [] });
    await runOver(families(1));
    expect(await done('analyst', 'GET /claim-totals')).toMatchObject({
      grants: [{ ruleset: phase1, id: 'co-ordinator', each: 'year', asOf: DAY, pence }],
      totals: { claimedPence: 400_000 },
    });
  });
});
