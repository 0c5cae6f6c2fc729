import * as z from 'zod';
import { verdictOf, type Bit, type Verdict } from '../verdict.ts';
import { formatDay } from '../time/civil-date.ts';
import type { Family } from '../family/family.ts';
import type { CompiledRuleset } from './compile.ts';
import { criterionDecision, judgement, outcomeDecision, partDecision, paymentDecision } from './decision.ts';
import { evaluate, type Evaluation, type Question } from './evaluate.ts';
import type { Run } from './run.ts';
import { asBit, ELIGIBILITY } from './slots.ts';

const { eligibility } = judgement.shape;

/** A judgement without its words: every verdict and every penny, no reason, label, source or missing datum. */
export const verdictsOnly = judgement
  .pick({
    asOf: true,
    restatedAttachment: true,
    attachedOn: true,
    totalDuePence: true,
    totalPossiblePence: true,
  })
  .extend({
    criteria: z.array(criterionDecision.pick({ id: true, verdict: true, lookedFrom: true })),
    eligibility: z.strictObject({
      verdict: eligibility.shape.verdict,
      route: eligibility.shape.route,
      routes: z.array(eligibility.shape.routes.element.pick({ id: true, verdict: true })),
    }),
    outcomes: z.array(
      outcomeDecision
        .pick({ id: true, verdict: true, ownVerdict: true, lookedFrom: true })
        .extend({ parts: z.array(partDecision.pick({ id: true, verdict: true, ownVerdict: true })) }),
    ),
    payments: z.array(
      paymentDecision.pick({
        id: true,
        verdict: true,
        ratePence: true,
        duePence: true,
        possiblePence: true,
        alreadyClaimedPence: true,
      }),
    ),
  });
export type VerdictsOnly = z.infer<typeof verdictsOnly>;

interface Kept {
  readonly id: string;
  readonly at: number;
}

function verdictAt({ bytes }: Run, at: number): Verdict {
  const bit = asBit(bytes[at] ?? 0);
  if (bit === 0) throw new Error('invariant: what is not of a member has a verdict');
  return verdictOf(bit);
}

function own(run: Run, id: string): { ownVerdict?: Verdict } {
  const bit: Bit | undefined = run.overridden.size === 0 ? undefined : run.overridden.get(id);
  return bit === undefined ? {} : { ownVerdict: verdictOf(bit) };
}

/** Days as text, each written once: a caseload asks about few. */
function dayWriter(): (day: Run['asOf']) => string {
  const written = new Map<number, string>();
  return (day) => {
    const before = written.get(day) ?? formatDay(day);
    if (written.size < 20_000) written.set(day, before);
    return before;
  };
}

function paymentsOf({ dues }: Evaluation): VerdictsOnly['payments'] {
  return dues.map(({ id, bit, rate, due, possible, claimed }) => ({
    id,
    verdict: verdictOf(bit),
    ratePence: rate,
    duePence: due,
    possiblePence: possible,
    alreadyClaimedPence: claimed,
  }));
}

function total(payments: VerdictsOnly['payments'], key: 'duePence' | 'possiblePence'): number {
  return payments.reduce((sum, payment) => sum + payment[key], 0);
}

/** Makes what reads verdicts and amounts from evaluations under one ruleset. */
export function answerReader(
  compiled: CompiledRuleset,
): (evaluation: Evaluation, asked: Pick<Question, 'restateAttachment'>) => VerdictsOnly {
  const { ruleset, compiler } = compiled;
  const kept = (id: string): Kept => ({ id, at: compiler.slots.slot(id).at });
  const criteria = ruleset.criteria.map(
    ({ id, looksFrom }) => ({ ...kept(id), looksFrom: looksFrom ?? 'attachment' }) as const,
  );
  const routes = ruleset.eligibility.routes.map(({ id }) => kept(id));
  const eligible = kept(ELIGIBILITY).at;
  const outcomes = ruleset.outcomes.map(({ id, looksFrom, parts }) => ({
    ...kept(id),
    looksFrom: looksFrom ?? ('asOf' as const),
    parts: (parts ?? []).map((part) => ({ ...kept(`${id}.${part.id}`), name: part.id })),
  }));
  const write = dayWriter();
  const routesOf = (run: Run) => routes.map(({ id, at }) => ({ id, verdict: verdictAt(run, at) }));
  const outcomesOf = (run: Run) =>
    outcomes.map(({ id, at, looksFrom, parts }) => ({
      id,
      verdict: verdictAt(run, at),
      ...own(run, id),
      lookedFrom: write(run.looks[looksFrom]),
      parts: parts.map((part) => ({ id: part.name, verdict: verdictAt(run, part.at), ...own(run, part.id) })),
    }));
  return (evaluation, { restateAttachment }) => {
    const { run } = evaluation;
    const payments = paymentsOf(evaluation);
    const taken = routesOf(run);
    return {
      asOf: write(run.asOf),
      ...(restateAttachment === undefined ? {} : { restatedAttachment: write(restateAttachment) }),
      attachedOn: run.attachedOn === null ? null : write(run.attachedOn),
      criteria: criteria.map(({ id, at, looksFrom }) => ({
        id,
        verdict: verdictAt(run, at),
        lookedFrom: write(run.looks[looksFrom]),
      })),
      eligibility: {
        verdict: verdictAt(run, eligible),
        route: taken.find(({ verdict }) => verdict === 'met')?.id ?? null,
        routes: taken,
      },
      outcomes: outcomesOf(run),
      payments,
      totalDuePence: total(payments, 'duePence'),
      totalPossiblePence: total(payments, 'possiblePence'),
    };
  };
}

/**
 * Makes the reader of verdicts alone for one ruleset, for many families: the same closures as `decide`, with their
 * recorder off, so that every verdict and amount is the one that `decide` gives.
 */
export function verdictReader(compiled: CompiledRuleset): (family: Family, asked: Question) => VerdictsOnly {
  const read = answerReader(compiled);
  return (family, asked) => read(evaluate(compiled, family, asked), asked);
}
