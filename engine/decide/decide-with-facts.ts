import { computedOf } from '../explain/computed-facts.ts';
import { judgementOf, type TraceDetail } from '../explain/judgement.ts';
import type { Family } from '../family/family.ts';
import type { Computed } from '../second-opinion/computed.ts';
import { type Compact, compactOf } from './compact.ts';
import type { CompiledRuleset } from './compile.ts';
import type { Judgement } from './decision.ts';
import { evaluate, type Question } from './evaluate.ts';

/** What can be had of one evaluation. */
export interface Whole {
  readonly judgement: () => Judgement;
  /** What a second opinion needs. */
  readonly computed: () => Computed;
  /** What is kept. */
  readonly compact: () => Compact;
}

/** Decides one family as `decide` does, and gives of that evaluation what is asked for. */
export function decideWhole(
  compiled: CompiledRuleset,
  family: Family,
  question: Question & { readonly trace: TraceDetail },
): Whole {
  const evaluation = evaluate(compiled, family, { ...question, record: true });
  return {
    judgement: () => judgementOf(compiled, evaluation, question),
    computed: () => computedOf(compiled, evaluation),
    compact: () => compactOf(compiled)(evaluation, question),
  };
}

/** Decides one family, and gives what a second opinion on that very evaluation needs. */
export function decideWithFacts(
  compiled: CompiledRuleset,
  family: Family,
  question: Question & { readonly trace: TraceDetail },
): { readonly judgement: Judgement; readonly computed: Computed } {
  const { judgement, computed } = decideWhole(compiled, family, question);
  return { judgement: judgement(), computed: computed() };
}
