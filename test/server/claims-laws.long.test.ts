import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimDocument } from '../../server/claims/document.ts';
import { claimsApp, metFamily } from '../builders/claims.ts';

/** The pot of results, and the fee, of a family attached in 2012-13: domain.md 1.4. */
const POT = 80_000;
const FEE = 320_000;
/** Days of three windows, not in order. */
const days = ['2014-05-20', '2014-11-28', '2015-02-10', '2015-02-27', '2014-08-29'];

const payments = ['attachment-fee', 'result-crime-education', 'result-progress-to-work'];

/** What may be done, each by numbers that choose among what there is. */
const act = fc.record({
  what: fc.constantFrom(
    'run',
    'run',
    'run',
    'one',
    'one',
    'withdraw',
    'submit',
    'paid',
    'clawed-back',
    'queried',
    'answered',
  ),
  day: fc.nat(days.length - 1),
  which: fc.nat(7),
  pence: fc.integer({ min: 1, max: FEE }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const kept = ({ paidPence, clawedBackPence }: ClaimDocument) => paidPence - clawedBackPence;
const sum = (claims: readonly ClaimDocument[], of: (one: ClaimDocument) => number) =>
  claims.reduce((total, one) => total + of(one), 0);

test('no sequence of claims ever claims or pays more for a family than its pot, or its fee twice, and the ledger sums to the report', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      const { ask, begin, done, claims, proposed, runOver, submitted } = await claimsApp();
      const runs: string[] = [];
      const perform = async ({ what, day, which, pence }: Act) => {
        const run = runs[which % Math.max(1, runs.length)];
        if (what === 'run') {
          runs.push((await runOver([metFamily('F-1'), metFamily('F-2')], { asOf: days[day] })).id);
          return;
        }
        if (what === 'one') {
          const { id } = await begin({ asOf: days[day] });
          const family = metFamily(which % 2 === 0 ? 'F-1' : 'F-2');
          const payment = payments[which % payments.length];
          await ask('analyst', `POST /claim-runs/${id}/claims`, { family, payment });
          runs.push((await proposed(id)).id);
          return;
        }
        if (run === undefined) return;
        if (what === 'submit') await submitted(run, days[day]).catch(() => undefined);
        else if (what === 'withdraw')
          await ask('analyst', `POST /claim-runs/${run}/withdraw`, { reason: 'why' });
        else {
          const all = await claims();
          const claim = all[which % Math.max(1, all.length)];
          const priced = what === 'paid' || what === 'clawed-back';
          const most = Math.min(pence, claim?.pence ?? pence);
          const event = { claim: claim?.id ?? 'none', event: what, on: '2015-02-28', reason: 'why' };
          await ask('releaser', 'POST /claim-events', {
            events: [priced ? { ...event, pence: most } : event],
          });
        }
      };
      for (const one of acts) {
        await perform(one);
        const all = await claims();
        for (const family of ['F-1', 'F-2']) {
          const its = all.filter((claim) => claim.family === family);
          const results = its.filter(({ kind }) => kind === 'result');
          const fees = its.filter(({ kind }) => kind === 'attachment');
          expect(sum(results, ({ countsPence }) => countsPence)).toBeLessThanOrEqual(POT);
          expect(sum(results, kept)).toBeLessThanOrEqual(POT);
          expect(sum(fees, ({ countsPence }) => countsPence)).toBeLessThanOrEqual(FEE);
          expect(sum(fees, kept)).toBeLessThanOrEqual(FEE);
        }
        expect(await done('analyst', 'GET /claim-totals')).toMatchObject({
          totals: {
            claimedPence: sum(all, ({ countsPence }) => countsPence),
            paidPence: sum(all, ({ paidPence }) => paidPence),
          },
        });
      }
    }),
    { numRuns: 25 },
  );
}, 600_000);
