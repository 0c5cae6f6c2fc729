import type { CompiledRuleset } from './compile.ts';
import type { Judgement } from './decision.ts';
import { evaluate, type Question } from './evaluate.ts';
import type { Family } from '../family/family.ts';
import { judgementOf, type TraceDetail } from '../explain/judgement.ts';

/**
 * Decides one family. Parameters are read as they stood on their day; nothing after `asOf` is seen; no clock is read.
 * Total: for a family that was read, it never throws.
 */
export function decide(
  compiled: CompiledRuleset,
  family: Family,
  question: Question & { readonly trace: TraceDetail },
): Judgement {
  return judgementOf(compiled, evaluate(compiled, family, { ...question, record: true }), question);
}
