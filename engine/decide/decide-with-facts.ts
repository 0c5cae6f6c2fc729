import { computedOf } from '../explain/computed-facts.ts';
import { judgementOf, type TraceDetail } from '../explain/judgement.ts';
import type { Family } from '../family/family.ts';
import type { Computed } from '../second-opinion/computed.ts';
import type { CompiledRuleset } from './compile.ts';
import type { Judgement } from './decision.ts';
import { evaluate, type Question } from './evaluate.ts';

/** Decides one family as `decide` does, and also gives what a second opinion on that very evaluation needs. */
export function decideWithFacts(
  compiled: CompiledRuleset,
  family: Family,
  question: Question & { readonly trace: TraceDetail },
): { readonly judgement: Judgement; readonly computed: Computed } {
  const evaluation = evaluate(compiled, family, { ...question, record: true });
  return {
    judgement: judgementOf(compiled, evaluation, question),
    computed: computedOf(compiled, evaluation),
  };
}
