import { describe, expect, test } from 'vitest';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { claimsApp, DAY, metFamily } from '../builders/claims.ts';

const fee = 'attachment-fee';

test('a family that is erased while it is judged is not written back, and ends the run', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  const app = await claimsApp({
    secondOpinion: async (ruleset, computed) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      return secondOpinion(ruleset, computed);
    },
  });
  const { upload, begin, ask, done, claims, deps } = app;
  await upload([metFamily('F-1'), metFamily('F-2')], 'a-cohort');
  const { id } = await begin({ cohort: 'a-cohort' });
  meanwhile = () => done('administrator', 'DELETE /families/F-2', { reason: 'asked for' });
  expect((await ask('analyst', `POST /claim-runs/${id}/next`)).problem).toBe('claim-cohort-changed');
  expect(await claims()).toEqual([]);
  const { familyDocument, claimName } = deps.store.tables;
  expect(await deps.store.read((q) => q.$count(familyDocument))).toBe(0);
  expect(await deps.store.read((q) => q.$count(claimName))).toBe(0);
});

test('a run over a cohort takes the families of that alone', async () => {
  const { runOver, upload, begin, ask, claims } = await claimsApp();
  await upload([metFamily('F-1')], 'a-cohort');
  const { id } = await begin({ cohort: 'a-cohort' });
  const asked = { family: metFamily('F-9'), payment: fee };
  const refused = await ask('analyst', `POST /claim-runs/${id}/claims`, asked);
  expect([refused.problem, refused.body['detail']]).toEqual([
    'claim-run-not-open',
    'the run is over a cohort, and proposes the families of that alone',
  ]);
  expect(await claims()).toEqual([]);
  expect(await runOver([metFamily('F-9')])).toMatchObject({ claims: 3 });
});

describe('the audit sample is not gone round', () => {
  const withdrawn = (claim: string | undefined) => ({
    events: [{ claim, event: 'withdrawn', on: DAY, reason: 'second thoughts' }],
  });

  test('what is drawn is judged: it cannot be withdrawn by itself, and the whole run can', async () => {
    const { runOver, done, ask, claims } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 100 });
    const [one] = await claims();
    const refused = await ask('releaser', 'POST /claim-events', withdrawn(one?.id));
    expect([refused.status, refused.problem]).toEqual([409, 'claim-sample-wanted']);
    const submit = await ask('releaser', `POST /claim-runs/${id}/submit`, { on: DAY });
    expect(submit.problem).toBe('claim-sample-wanted');
    await done('auditor', 'POST /claim-audits', {
      events: [{ claim: one?.id, event: 'audit-passed', on: DAY }],
    });
    await done('releaser', 'POST /claim-events', withdrawn(one?.id));
    expect(await done('analyst', `POST /claim-runs/${id}/withdraw`, { reason: 'no' })).toMatchObject({
      state: 'withdrawn',
      sample: { claims: 3, judged: 1, left: 0 },
    });
  });

  test('what was withdrawn before is not drawn, so that somebody judges something of what is submitted', async () => {
    const { runOver, done, ask, claims } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    const [one, two, three] = await claims();
    await done('releaser', 'POST /claim-events', withdrawn(one?.id));
    await done('releaser', 'POST /claim-events', withdrawn(two?.id));
    const drawn = await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 1 });
    expect(drawn).toMatchObject({ sample: { claims: 1, left: 1, population: { decisions: 1 } } });
    const sampled = (await claims()).filter(({ isSampled }) => isSampled);
    expect(sampled.map((claim) => claim.id)).toEqual([three?.id]);
    expect((await ask('releaser', `POST /claim-runs/${id}/submit`, { on: DAY })).problem).toBe(
      'claim-sample-wanted',
    );
  });
});

describe('nothing is dated on a day that has not come', () => {
  // the first second after midnight in London, of a day in British Summer Time
  const clockAt = (instant: number) => {
    let now = instant;
    return () => (now += 1);
  };
  const summer = Date.UTC(2014, 6, 31, 23, 0, 1);
  const met = (id: string) => metFamily(id);

  test.for([
    { asOf: '2014-08-01', problem: undefined },
    { asOf: '2014-08-02', problem: 'outside-claim-windows' },
  ])('a run as of $asOf, on 1 August in London', async ({ asOf, problem }) => {
    const { ask } = await claimsApp({ clock: clockAt(summer) });
    const asked = { title: 'A run', ruleset: { id: 'phase-1', version: '1.0.0' }, asOf };
    expect((await ask('analyst', 'POST /claim-runs', asked)).problem).toBe(problem);
  });

  test('what becomes of a claim', async () => {
    const { runOver, submitted, claims, ask } = await claimsApp();
    await submitted((await runOver([met('F-1')])).id);
    const [one] = await claims();
    const paid = (on: string) => ({ events: [{ claim: one?.id, event: 'paid', on, pence: 100 }] });
    const refused = await ask('releaser', 'POST /claim-events', paid('2105-02-20'));
    expect(refused.body['findings']).toEqual([
      { code: 'not-yet', pointer: '/events/0/on', message: '`2105-02-20` has not come yet' },
    ]);
    expect((await ask('releaser', 'POST /claim-events', paid('2015-02-20'))).status).toBe(200);
  });
});

test('what is only proposed for a family that is erased is withdrawn, and never submitted', async () => {
  const { runOver, done, claims, deps } = await claimsApp();
  const { id } = await runOver([metFamily('F-1'), metFamily('F-2')]);
  await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 100 });
  expect(await done('administrator', 'DELETE /families/F-1', { reason: 'asked for' })).toMatchObject({
    claims: 3,
  });
  const all = await claims();
  expect(all.map(({ family, state }) => [family, state])).toEqual([
    ...[0, 1, 2].map(() => [null, 'withdrawn']),
    ...[0, 1, 2].map(() => ['F-2', 'proposed']),
  ]);
  expect(await done('analyst', `GET /claim-runs/${id}`)).toMatchObject({
    sample: { claims: 6, judged: 0, left: 3 },
  });
  const events = all.slice(3).map((one) => ({ claim: one.id, event: 'audit-passed', on: DAY }));
  await done('auditor', 'POST /claim-audits', { events });
  expect(await done('releaser', `POST /claim-runs/${id}/submit`, { on: DAY })).toMatchObject({
    states: [
      { state: 'submitted', claims: 3 },
      { state: 'withdrawn', claims: 3 },
    ],
  });
  expect(await verifyAudit(deps.store)).toMatchObject({ findings: [] });
});

describe('what was paid and clawed back', () => {
  /** A fee that was paid, and of which so much was clawed back on 25 February. */
  async function clawedBack(pence: number) {
    const app = await claimsApp();
    const { runOver, submitted, claims, done } = app;
    await submitted((await runOver([metFamily('F-1')])).id);
    const [one] = await claims();
    const event = (what: string, more: object) => ({ claim: one?.id, event: what, ...more });
    await done('releaser', 'POST /claim-events', {
      events: [
        event('paid', { on: '2015-02-20', pence: 320_000 }),
        event('clawed-back', { on: '2015-02-25', pence, reason: 'it was not attached' }),
      ],
    });
    return app;
  }

  test.for([
    { pence: 320_000, asOf: '2015-02-25', held: ['clawed-back'] },
    { pence: 40_000, asOf: '2015-02-25', held: ['clawed-back'] },
    // because nothing was clawed back yet on that day
    { pence: 320_000, asOf: '2015-02-24', held: [] },
    { pence: 40_000, asOf: '2015-02-24', held: [] },
  ])('$pence of it is not proposed as of $asOf', async ({ pence, asOf, held: codes }) => {
    const { runOver, held } = await clawedBack(pence);
    const run = await runOver([metFamily('F-1')], { asOf });
    expect(run.claims).toBe(0);
    const stopped = await held(run.id);
    expect(stopped.map(({ code }) => code)).toEqual(codes);
    expect(stopped.every(({ payment, claims }) => payment === fee && claims.length === 1)).toBe(true);
  });

  test('what was paid in part and clawed back whole is no part of what counts: all of it is claimed again', async () => {
    const { runOver, submitted, claims, done, begin } = await claimsApp();
    await submitted((await runOver([metFamily('F-1')])).id);
    const [one] = await claims();
    const event = (what: string, more: object) => ({ claim: one?.id, event: what, pence: 100_000, ...more });
    await done('releaser', 'POST /claim-events', {
      events: [
        event('paid', { on: '2015-02-20' }),
        event('clawed-back', { on: '2015-02-25', reason: 'it was not attached' }),
      ],
    });
    const { id } = await begin({ asOf: '2015-02-25' });
    const asked = { family: metFamily('F-1'), payment: fee };
    expect(await done('analyst', `POST /claim-runs/${id}/claims`, asked)).toMatchObject({ pence: 320_000 });
  });

  test('it is claimed where somebody asks for it, from the day on which it was', async () => {
    const { begin, ask } = await clawedBack(40_000);
    const asked = { family: metFamily('F-1'), payment: fee };
    const { id: before } = await begin({ asOf: '2015-02-24' });
    const refused = await ask('analyst', `POST /claim-runs/${before}/claims`, asked);
    expect(refused.body['findings']).toMatchObject([{ code: 'already-claimed' }]);
    const { id } = await begin({ asOf: '2015-02-25' });
    expect((await ask('analyst', `POST /claim-runs/${id}/claims`, asked)).body).toMatchObject({
      pence: 40_000,
    });
  });
});

test('a payment that is misspelt is met with the nearest that there is', async () => {
  const { begin, ask } = await claimsApp();
  const { id } = await begin();
  const asked = { family: metFamily('F-1'), payment: 'atachment-fee' };
  const { body } = await ask('analyst', `POST /claim-runs/${id}/claims`, asked);
  expect(body['findings']).toEqual([
    {
      code: 'unknown-payment',
      pointer: '/payment',
      message: 'the version has no payment `atachment-fee`',
      suggestion: fee,
    },
  ]);
});
