import type { Draft, DraftFinding } from '../api.ts';
import type { checkRuleset, compileChecked, readRuleset, runCases } from '../engine.ts';
import type { Texts } from './texts.ts';

export type CheckedRuleset = Extract<ReturnType<typeof checkRuleset>, { readonly ok: true }>['value'];
export type CompiledRuleset = ReturnType<typeof compileChecked>;
/** How one case went. */
export type CaseVerdicts = ReturnType<typeof runCases>[number];
export type Reading = ReturnType<typeof readRuleset>;

/** A document in which nothing is wrong. */
export interface CheckedDraft {
  readonly checked: CheckedRuleset;
  readonly ruleset: CheckedRuleset['ruleset'];
  /** In English, line by line. */
  readonly reading: Reading;
  /** Ready to decide by; compiled when it is first asked for, and once. */
  readonly compiled: () => Promise<CompiledRuleset>;
}

/** What rules are written in and look at, as the server gives it: not yet checked. */
export interface Ground {
  readonly vocabularies: readonly unknown[];
  readonly calendars: readonly unknown[];
  /** The version that the draft was made from, where there is one. */
  readonly base?: unknown;
}

/** What is to be checked; the number tells the answer to it from others. */
export interface CheckAsked extends Texts {
  readonly asked: number;
  readonly kind: Draft['kind'];
}

export type ToChecker = { readonly ground: Ground } | { readonly check: CheckAsked };

/** What is wrong is said first; then, where nothing is, the rules in English; then how the cases went. */
export type FromChecker =
  | { readonly asked: number; readonly findings: readonly DraftFinding[] }
  | { readonly asked: number; readonly checked: CheckedRuleset; readonly reading: Reading }
  /** Some of the cases, and whether they are the last; `ids` are all there are, in order. */
  | {
      readonly asked: number;
      readonly ids: readonly string[];
      readonly cases: readonly CaseVerdicts[];
      readonly last: boolean;
    };
