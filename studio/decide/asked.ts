import type { CheckedRuleset, Diagnostic, Judgement } from '../engine.ts';
import type { Span } from './place-in-text.ts';

/** Rules that were checked, named by what they say: another content has another key. */
export interface Rules {
  readonly key: string;
  readonly checked: CheckedRuleset;
}

/** A question: a family’s text under the rules of a key, on a day. */
export interface Asked {
  readonly rules: string;
  readonly family: string;
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
  /** Whether it is asked how each place of the rules was judged, too. */
  readonly traced: boolean;
}

/** Families of a profile and a seed, drawn one after another until one shows what is looked for. */
export interface Sought {
  readonly rules: string;
  readonly profile: string;
  readonly seed: number;
  /** The first to look at, from 0. */
  readonly from: number;
  readonly asOf: string;
  readonly shows: string;
}

/** What the worker is told. Rules come before a question about them, and stand until others come. */
export type Told =
  | { readonly kind: 'rules'; readonly rules: Rules }
  | { readonly kind: 'decide'; readonly asked: Asked }
  | { readonly kind: 'seek'; readonly sought: Sought };

/** Something wrong with a family, and where its text says it. */
export interface Mistake extends Pick<Diagnostic, 'code' | 'pointer' | 'message' | 'suggestion'> {
  /** From 1. */
  readonly line: number;
  readonly span: Span;
}

/** What came of a question. */
export type Answer =
  | { readonly kind: 'decided'; readonly family: FamilyRead; readonly judgement: Judgement }
  | {
      readonly kind: 'wrong';
      readonly family: FamilyRead | undefined;
      readonly mistakes: readonly Mistake[];
    };

/** A family’s text as it was read. */
export interface FamilyRead {
  readonly id: string;
  readonly records: number;
}

export interface Found {
  readonly kind: 'found';
  readonly sought: Sought;
  /** Which of them; absent where none of those looked at shows it. */
  readonly index: number | undefined;
  /** How many were looked at. */
  readonly looked: number;
}

export type Said = Answer | Found;
