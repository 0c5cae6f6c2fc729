import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { createSample, type Drawable, type Drawing } from '../decisions/sample.ts';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { type ClaimRun, requireState, runIn } from './run.ts';

/** A sample of the claims of a run, as it was drawn. */
export const runSample = z.strictObject({
  seed: z.string(),
  percent: z.number(),
  minimum: z.int(),
  population: z.strictObject({ decisions: z.int(), sha256: z.string() }),
  claims: z.array(z.string()),
});
export type RunSample = z.infer<typeof runSample>;

export function sampleOf({ sample }: Pick<ClaimRun, 'sample'>): RunSample | null {
  return sample === null ? null : runSample.parse(JSON.parse(sample));
}

async function drawable({ q, tables: { claim, decision } }: Tx, run: string): Promise<Drawable[]> {
  return q
    .select({ id: claim.id, answer: decision.answer })
    .from(claim)
    .innerJoin(decision, eq(decision.id, claim.record))
    .where(eq(claim.run, run));
}

/** Draws the sample of a run that is proposed, once. Throws a `Refusal`. */
export function drawSample(
  store: Store,
  principal: Principal,
  { run: id, drawing }: { readonly run: string; readonly drawing: Drawing },
): Promise<ClaimRun> {
  return store.write(writerOf(principal), async (tx) => {
    const run = await runIn(tx, id, principal);
    requireState(run, 'proposed');
    if (run.sample !== null)
      throw new Refusal('claim-run-not-open', { detail: 'its sample was drawn already' });
    const all = await drawable(tx, id);
    const sampling = createSample(drawing, Math.max(1, all.length));
    for (const one of all) sampling.add(one);
    const { population, sample } = sampling.drawn();
    const { seed, percent, minimum } = drawing;
    const drawn: RunSample = {
      seed,
      percent,
      minimum,
      population,
      claims: sample.map(({ kept }) => kept.id),
    };
    tx.record({
      action: 'claim-sample-drawn',
      subject: id,
      detail: { seed, percent, minimum, claims: drawn.claims.length },
    });
    return tx.update('claimRun', id, { sample: JSON.stringify(drawn) });
  });
}
