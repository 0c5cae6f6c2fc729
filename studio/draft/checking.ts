import type { checkRuleset, compileChecked, readRuleset, runCases } from '../engine.ts';

export type CheckedRuleset = Extract<ReturnType<typeof checkRuleset>, { readonly ok: true }>['value'];
export type CompiledRuleset = ReturnType<typeof compileChecked>;
export type CaseVerdicts = ReturnType<typeof runCases>[number];

/** A document in which nothing is wrong. */
export interface CheckedDraft {
  readonly checked: CheckedRuleset;
  readonly ruleset: CheckedRuleset['ruleset'];
  /** In English, line by line. */
  readonly reading: ReturnType<typeof readRuleset>;
  /** Ready to decide by; compiled when it is first asked for, and once. */
  readonly compiled: () => Promise<CompiledRuleset>;
}
