import type { Source } from '../document/source.ts';
import type { FamilyRecord } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import type { VerdictSet } from '../verdict.ts';

/** A count without an upper bound, as a number that every comparison can carry exactly. */
export const UNBOUNDED = 1_000_000_000;

/** An exact fraction; `of` is never negative, and 0 stands for beyond any number. */
export interface Fraction {
  readonly part: number;
  readonly of: number;
}

/** Why a fact is settled without its value, or could not be measured. */
export type MeasureCode =
  | 'too-early'
  | 'not-attached'
  | 'not-closed'
  | 'no-anchor-event'
  | 'calendar-lacks-term'
  | 'anchor-unknown'
  | 'no-parameter-value'
  | 'nothing-to-measure'
  | 'nothing-to-nothing'
  | 'rise-from-nothing';

/** The days or terms a fact was measured over. */
export interface MeasuredWindow {
  readonly span: Span;
  readonly terms?: readonly string[] | undefined;
}

/** A datum that was not there. */
export interface Gap {
  readonly recordType?: string;
  /** -1 for the family as a whole. */
  readonly member: number;
  readonly field?: string;
  readonly record?: FamilyRecord;
  readonly span?: Span;
  readonly terms?: readonly string[];
}

/** What a fact rests on, gathered only for a full trace. */
export interface Evidence {
  readonly recordType: string | undefined;
  readonly counted: readonly FamilyRecord[];
  readonly possible: readonly FamilyRecord[];
  readonly gaps: readonly Gap[];
}

/** All the values a fact may have, given what is known. */
export interface Measured {
  /** Verdicts it may take whatever it is compared with, such as `not-met` while too early; 0 for none. */
  readonly settled: VerdictSet;
  /** The least and the greatest value; absent where it has none. */
  readonly least?: Fraction | undefined;
  readonly most?: Fraction | undefined;
  readonly code?: MeasureCode | undefined;
  readonly earliest?: Day | undefined;
  readonly lacking?: readonly string[];
  readonly window?: MeasuredWindow | undefined;
  readonly evidence?: Evidence | undefined;
  /** For a reduction, the two counts behind it, as ranges. */
  readonly counts?: {
    readonly baseline: CountRange;
    readonly current: CountRange;
    readonly baselineSpan: Span;
  };
}

/** [sure, sure + may], or unbounded. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** What a fact is compared with: where it is a parameter's, its name and the source of the value in force. */
export interface Threshold {
  readonly value: number | boolean | string;
  readonly parameter: string | undefined;
  readonly source: Source | undefined;
}

/** [sure, sure + may], or unbounded. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** A parameter's value on a day, and where it comes from. */
export interface Valued<T> {
  readonly value: T;
  readonly source: Source;
}
