import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { type Answered, claimsApp, DAY, metFamily, phase1 } from '../builders/claims.ts';

/** What `metFamily` is due of phase 1: attached in 2012-13, by the rates of that year. */
const fee = { payment: 'attachment-fee', pence: 320_000 };
const first = { payment: 'result-crime-education', pence: 70_000 };
const second = { payment: 'result-progress-to-work', pence: 10_000 };

describe('from a cohort to claims that are paid', () => {
  test('proposed by the decision’s own amounts, audited, submitted and paid', async () => {
    const { runOver, claims, held, done, ask, submitted, deps } = await claimsApp();
    const run = await runOver([metFamily('F-1'), metFamily('F-2', { attachedOn: null })]);
    expect(run).toMatchObject({
      ...{ state: 'proposed', asOf: DAY, phase: 1, claims: 3, held: 0, pence: 400_000, sample: null },
      window: { id: 'february-2015', opens: '2015-02-01', closes: '2015-03-01' },
      progress: { done: 2, of: 2 },
    });
    const proposed = await claims();
    expect(proposed).toMatchObject(
      [fee, first, second].map((one) => ({ ...one, family: 'F-1', state: 'proposed' })),
    );
    expect(await held(run.id)).toEqual([]);
    const { record } = proposed[0] ?? { record: '' };
    const kept = (await done('analyst', `GET /decisions/${record}`)) as {
      readonly answer: { readonly payments: readonly { readonly id: string; readonly duePence: number }[] };
    };
    for (const { payment, pence } of proposed)
      expect(kept.answer.payments.find(({ id }) => id === payment)?.duePence).toBe(pence);
    expect(await submitted(run.id)).toMatchObject({
      state: 'submitted',
      sample: { claims: 1, judged: 1, failed: 0 },
      states: [{ state: 'submitted', claims: 3, pence: 400_000 }],
    });
    const ids = (await claims()).map(({ id }) => id);
    const paid = ids.map((claim, at) => ({
      claim,
      event: 'paid',
      on: '2015-02-20',
      pence: proposed[at]?.pence,
    }));
    await done('releaser', 'POST /claim-events', { events: paid });
    expect((await claims()).map(({ state }) => state)).toEqual(['paid', 'paid', 'paid']);
    expect((await ask('brent', `GET /claims/${ids[0] ?? ''}`)).problem).toBe('claim-not-found');
    expect(await verifyAudit(deps.store)).toMatchObject({ findings: [] });
  });

  test('who was claimed for is proposed no more; who has met more since, for the rest of the pot', async () => {
    const { runOver, claims } = await claimsApp();
    const early = await runOver([metFamily('F-1')], { asOf: '2014-08-29' });
    expect(early.claims).toBeGreaterThan(0);
    const before = await claims();
    expect(before.map(({ payment }) => payment)).not.toContain(second.payment);
    await runOver([metFamily('F-1')]);
    await runOver([metFamily('F-1')]);
    const all = await claims();
    const results = all.filter(({ kind }) => kind === 'result');
    expect(results.reduce((sum, { pence }) => sum + pence, 0)).toBe(80_000);
    expect(all.filter(({ kind }) => kind === 'attachment')).toMatchObject([fee]);
    expect(new Set(all.map(({ payment }) => payment)).size).toBe(all.length);
  });

  test('what is withdrawn is claimed again, and what is clawed back where somebody asks for it', async () => {
    const { runOver, claims, done, submitted, ask, begin } = await claimsApp();
    const run = await runOver([metFamily('F-1')]);
    await done('analyst', `POST /claim-runs/${run.id}/withdraw`, { reason: 'the wrong cohort' });
    const again = await runOver([metFamily('F-1')]);
    expect(again).toMatchObject({ claims: 3, pence: 400_000 });
    await submitted(again.id);
    const [one] = await claims(`&run=${again.id}`);
    const event = (what: string, more: object) => ({
      events: [{ claim: one?.id, event: what, on: '2015-02-20', ...more }],
    });
    expect(
      (await ask('releaser', 'POST /claim-events', event('paid', { pence: 320_001 }))).body['findings'],
    ).toMatchObject([{ code: 'paid-above-claim', pointer: '/events/0/pence' }]);
    await done('releaser', 'POST /claim-events', event('paid', { pence: 320_000 }));
    await done(
      'releaser',
      'POST /claim-events',
      event('clawed-back', { pence: 320_000, reason: 'found not valid' }),
    );
    const third = await runOver([metFamily('F-1')], { asOf: '2015-02-21' });
    expect(third).toMatchObject({ claims: 0, held: 1 });
    const { id } = await begin({ asOf: '2015-02-21' });
    await done('analyst', `POST /claim-runs/${id}/claims`, {
      ...{ family: metFamily('F-1'), payment: fee.payment, pence: 320_000 },
    });
    expect(await done('analyst', 'GET /claim-totals')).toMatchObject({
      totals: {
        claims: 4,
        claimedPence: 400_000,
        paidPence: 320_000,
        clawedBackPence: 320_000,
        withdrawn: 3,
      },
    });
  });

  test('the ledger sums to the report, and both to their tables', async () => {
    const { runOver, claims, done, text } = await claimsApp();
    await runOver(Array.from({ length: 7 }, (_, at) => metFamily(`F-${String(at)}`)));
    const all = await claims();
    const totals = (await done('analyst', 'GET /claim-totals')) as {
      readonly groups: readonly {
        readonly claimedPence: number;
        readonly fundedPence: number;
        readonly claims: number;
      }[];
      readonly windows: readonly { readonly claimedPence: number }[];
      readonly totals: {
        readonly claims: number;
        readonly claimedPence: number;
        readonly fundedPence: number;
      };
    };
    const sum = all.reduce((pence, one) => pence + one.countsPence, 0);
    expect(totals.totals).toMatchObject({ claims: all.length, claimedPence: sum });
    expect(totals.groups.reduce((pence, one) => pence + one.claimedPence, 0)).toBe(sum);
    expect(totals.windows.map(({ claimedPence }) => claimedPence)).toEqual([sum]);
    // 5 of 6 of 7 families, whole ones alone: 5
    expect(totals.groups.map(({ claims: many, fundedPence }) => [many, fundedPence])).toEqual([
      [7, 5 * 320_000],
      [7, 5 * 70_000],
      [7, 5 * 10_000],
    ]);
    const rows = (await text('analyst', '/claims?as=csv')).trim().split('\r\n');
    expect(rows).toHaveLength(1 + all.length);
    expect((await text('analyst', '/claim-totals?as=csv')).trim().split('\r\n').at(-1)).toBe(
      `,,,Total,,,,${String(all.length)},${String(sum)},0,0,,${String(totals.totals.fundedPence)}`,
    );
  });
});

function codesIn({ body }: Answered): string[] {
  const { findings = [] } = body as { readonly findings?: readonly { readonly code: string }[] };
  return findings.map(({ code }) => code);
}

describe('what cannot be claimed is refused with its reason, and nothing is written', () => {
  test.for<[string, object, string]>([
    ['on a day in no window', { asOf: '2015-01-31' }, 'outside-claim-windows'],
    ['on the day on which a window closes', { asOf: '2015-03-01' }, 'outside-claim-windows'],
    ['after the last one', { asOf: '2015-06-01' }, 'version-not-in-force'],
    [
      'under a version that is not in force',
      { ruleset: { id: 'phase-2', version: '1.1.0' }, asOf: '2015-05-05' },
      'version-not-in-force',
    ],
    ['under no version', { ruleset: { id: 'phase-1', version: '9.9.9' } }, 'version-not-found'],
    ['of a cohort that is not there', { cohort: 'none' }, 'cohort-not-found'],
  ])('a run %s', async ([, more, problem]) => {
    const { ask, done } = await claimsApp();
    const asked = { title: 'A run', ruleset: phase1, asOf: DAY, ...more };
    expect((await ask('analyst', 'POST /claim-runs', asked)).problem).toBe(problem);
    expect(await done('analyst', 'GET /claim-runs')).toMatchObject({ runs: [] });
  });

  test.for<[string, object, string[]]>([
    [
      'not attached',
      { family: metFamily('F-1', { attachedOn: null }) },
      ['not-attached', 'not-eligible', 'refers-not-met'],
    ],
    ['of another amount', { pence: 70_001 }, ['other-amount']],
    ['of a payment that there is not', { payment: 'result-of-nothing' }, ['unknown-payment']],
    [
      'of nothing that is known',
      { family: metFamily('F-1', { records: {} }) },
      ['eligibility-unknown', 'refers-unknown'],
    ],
  ])('a family that is %s', async ([, more, findings]) => {
    const { ask, begin, claims } = await claimsApp();
    const { id } = await begin();
    const asked = { family: metFamily('F-1'), payment: first.payment, ...more };
    const refused = await ask('analyst', `POST /claim-runs/${id}/claims`, asked);
    expect([refused.status, refused.problem]).toEqual([422, 'claim-refused']);
    expect(codesIn(refused)).toEqual(findings);
    expect(await claims()).toEqual([]);
  });

  test('twice, and of a family that cannot be read', async () => {
    const { ask, begin, claims } = await claimsApp();
    const { id } = await begin();
    const asked = { family: metFamily('F-1'), payment: first.payment, pence: 70_000 };
    const to = `POST /claim-runs/${id}/claims`;
    expect((await ask('analyst', to, asked)).status).toBe(201);
    const twice = await ask('analyst', to, asked);
    expect(twice.body['findings']).toMatchObject([
      { code: 'already-claimed', message: '£700 of £700 was claimed before' },
    ]);
    const unread = await ask('analyst', to, { ...asked, family: { ...metFamily('F-2'), members: 'nobody' } });
    expect([unread.problem, unread.body['findings']]).toMatchObject([
      'family-invalid',
      [{ pointer: '/family/members' }],
    ]);
    expect(await claims()).toHaveLength(1);
  });

  test('a run is submitted only once its sample is judged by somebody else, within its window, and once', async () => {
    const { ask, runOver, claims, done } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    const submit = (on = DAY) => ask('releaser', `POST /claim-runs/${id}/submit`, { on });
    expect((await submit()).problem).toBe('claim-sample-wanted');
    await done('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 100 });
    expect((await ask('auditor', `POST /claim-runs/${id}/sample`, { seed: 't' })).problem).toBe(
      'claim-run-not-open',
    );
    expect((await submit()).problem).toBe('claim-sample-wanted');
    const [one, two, three] = (await claims()).map(({ id: claim }) => claim);
    const judge = (claim: string | undefined, event: string, more: object = {}) => ({
      events: [{ claim, event, on: DAY, ...more }],
    });
    expect((await ask('analyst', 'POST /claim-audits', judge(one, 'audit-passed'))).problem).toBe('own-work');
    const unsaid = await ask('auditor', 'POST /claim-audits', judge(one, 'audit-failed'));
    expect(unsaid.body['findings']).toMatchObject([{ code: 'missing-key', pointer: '/events/0/reason' }]);
    await done(
      'auditor',
      'POST /claim-audits',
      judge(one, 'audit-failed', { reason: 'no evidence of attachment' }),
    );
    await done('auditor', 'POST /claim-audits', judge(two, 'audit-passed'));
    expect((await submit()).body['detail']).toBe('1 of 3 claims of the sample are not judged');
    await done('auditor', 'POST /claim-audits', judge(three, 'audit-passed'));
    expect((await submit('2015-03-01')).problem).toBe('outside-claim-windows');
    expect((await submit('2015-02-01')).problem).toBe('outside-claim-windows');
    expect((await submit('2015-02-28')).body).toMatchObject({
      states: [
        { state: 'submitted', claims: 2, pence: 80_000 },
        { state: 'withdrawn', claims: 1, pence: 0 },
      ],
    });
    expect((await submit()).problem).toBe('claim-run-not-open');
    expect((await ask('analyst', `POST /claim-runs/${id}/withdraw`, { reason: 'too late' })).problem).toBe(
      'claim-run-not-open',
    );
  });

  test('no run is submitted on an empty sample, and none begun under another council’s rules', async () => {
    const { ask, runOver, claims } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    const none = await ask('auditor', `POST /claim-runs/${id}/sample`, { seed: 's', percent: 0, minimum: 0 });
    expect([none.status, none.problem]).toEqual([400, 'body-invalid']);
    const [claim] = await claims();
    const early = { events: [{ claim: claim?.id, event: 'audit-passed', on: DAY }] };
    expect((await ask('auditor', 'POST /claim-audits', early)).problem).toBe('claim-sample-wanted');
    const drawn = await ask('auditor', `POST /claim-runs/${id}/sample`, {
      seed: 's',
      percent: 0,
      minimum: 50_000,
    });
    expect(drawn.body).toMatchObject({ sample: { claims: 3 } });
    const theirs = { title: 'A run', ruleset: { id: 'hertfordshire', version: '1.0.0' }, asOf: DAY };
    expect((await ask('analyst', 'POST /claim-runs', theirs)).problem).toBe('not-your-authority');
    const ours = { ...theirs, ruleset: { id: 'harrow', version: '1.0.0' } };
    expect((await ask('analyst', 'POST /claim-runs', ours)).status).toBe(201);
  });

  test('a list of events is written whole or not at all', async () => {
    const { ask, runOver, submitted, claims } = await claimsApp();
    const { id } = await runOver([metFamily('F-1')]);
    await submitted(id);
    const [one, two] = await claims();
    const events = [
      { claim: one?.id, event: 'paid', on: '2015-02-20', pence: 320_000 },
      { claim: two?.id, event: 'paid', on: '2015-02-20', pence: 70_001 },
      { claim: one?.id, event: 'paid', on: '2015-02-20', pence: 1 },
      { claim: 'none', event: 'paid', on: '2015-02-20', pence: 1 },
      { claim: two?.id, event: 'paid', on: '2015-02-01', pence: 1 },
    ];
    const refused = await ask('releaser', 'POST /claim-events', { events });
    expect(refused.body['findings']).toMatchObject([
      { code: 'paid-above-claim', pointer: '/events/1/pence' },
      { code: 'not-now', pointer: '/events/2/event' },
      { code: 'unknown-claim', pointer: '/events/3/claim' },
      { code: 'before-last', pointer: '/events/4/on' },
    ]);
    expect((await claims()).map(({ paidPence }) => paidPence)).toEqual([0, 0, 0]);
  });

  test('a cohort that changed meanwhile ends the run', async () => {
    const { ask, begin, upload, done, claims } = await claimsApp();
    await upload([metFamily('F-1'), metFamily('F-2')], 'changing');
    const { id } = await begin({ cohort: 'changing' });
    await done('administrator', 'DELETE /families/F-2', { reason: 'asked for' });
    expect((await ask('analyst', `POST /claim-runs/${id}/next`)).problem).toBe('claim-cohort-changed');
    expect(await claims()).toEqual([]);
  });
});

test('what is asked of a run that is not there, or is of another authority, is refused', async () => {
  const { runOver, ask } = await claimsApp();
  const { id } = await runOver([metFamily('F-1')]);
  const asked = (run: string) => [
    ...[`GET /claims?run=${run}`, `GET /claims?as=csv&run=${run}`, `GET /claim-runs?after=${run}`],
    ...[`GET /claim-totals?run=${run}`, `GET /claim-runs/${run}`, `GET /claim-runs/${run}/held`],
  ];
  for (const [who, run] of [
    ['analyst', 'nothing'],
    ['brent', id],
  ] as const)
    for (const line of asked(run)) {
      const { status, problem } = await ask(who, line);
      expect([line, status, problem]).toEqual([line, 404, 'claim-run-not-found']);
    }
  expect((await ask('analyst', `GET /claim-runs?after=${id}`)).body).toEqual({ runs: [], next: null });
});
