import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { nearest, verdicts, verdictsOnly } from '../../engine/index.ts';
import { createSample, type Drawable, type Drawing } from '../decisions/sample.ts';
import { verdictsIn } from '../decisions/verdict-in.ts';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { claimsIn } from './find.ts';
import { type ClaimRun, requireState, runIn } from './run.ts';

/** A verdict of the decision behind a claim that makes the claim weigh more: so much is added to its weight of 1. */
export const claimRisk = z.strictObject({
  node: z.string().min(1).max(200),
  verdict: z.enum(verdicts),
  weight: z.int().min(1).max(999),
});

/** A sample of the claims of a run, as it was drawn. */
export const runSample = z.strictObject({
  seed: z.string(),
  percent: z.number(),
  minimum: z.int(),
  /** Each with how many claims of the run carry it; none of a sample that was drawn before claims could weigh more. */
  risks: z.array(claimRisk.extend({ claims: z.int() })).default([]),
  population: z.strictObject({ decisions: z.int(), sha256: z.string() }),
  claims: z.array(z.string()),
  /** What each that was drawn weighed, where it was more than 1. */
  weights: z.record(z.string(), z.int()).default({}),
});
export type RunSample = z.infer<typeof runSample>;

export function sampleOf({ sample }: Pick<ClaimRun, 'sample'>): RunSample | null {
  return sample === null ? null : runSample.parse(JSON.parse(sample));
}

/** The claims of a run that stand: what is withdrawn is submitted no more, and would be drawn in place of what is. */
async function drawable(tx: Tx, principal: Principal, run: string): Promise<Drawable[]> {
  const { claim, decision } = tx.tables;
  const standing = (await claimsIn(tx, principal, { run })).filter(
    (one) => one.standing.state === 'proposed',
  );
  const ids = new Set(standing.map((one) => one.claim.id));
  const all = await tx.q
    .select({ id: claim.id, answer: decision.answer })
    .from(claim)
    .innerJoin(decision, eq(decision.id, claim.record))
    .where(eq(claim.run, run));
  return all.filter(({ id }) => ids.has(id));
}

/** Refuses risks of what no decision of the run has a verdict of: a slip would weigh nothing, and nobody would see it. */
function requireKnown({ risks }: Drawing, [first]: readonly Drawable[]): void {
  if (first === undefined) return;
  const known = [...verdictsIn(verdictsOnly.parse(JSON.parse(first.answer))).keys()];
  const findings = risks.flatMap(({ node }, at) => {
    if (known.includes(node)) return [];
    const suggestion = nearest(node, known);
    return [
      {
        ...{ code: 'unknown-node', pointer: `/risks/${String(at)}/node` },
        message: `the decisions of this run have no verdict of \`${node}\``,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ];
  });
  if (findings.length > 0) throw new Refusal('claim-sample-invalid', { findings });
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
    const all = await drawable(tx, principal, id);
    requireKnown(drawing, all);
    const sampling = createSample(drawing, Math.max(1, all.length));
    for (const one of all) sampling.add(one);
    const { population, sample, risks } = sampling.drawn();
    const { seed, percent, minimum } = drawing;
    const heavy = sample.filter(({ weight }) => weight > 1);
    const drawn: RunSample = {
      ...{ seed, percent, minimum, population },
      risks: risks.map(({ decisions, ...risk }) => ({ ...risk, claims: decisions })),
      claims: sample.map(({ kept }) => kept.id),
      weights: Object.fromEntries(heavy.map(({ kept, weight }) => [kept.id, weight])),
    };
    tx.record({
      action: 'claim-sample-drawn',
      subject: id,
      detail: { seed, percent, minimum, risks: risks.length, claims: drawn.claims.length },
    });
    return tx.update('claimRun', id, { sample: JSON.stringify(drawn) });
  });
}
