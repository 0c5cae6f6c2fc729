import type { Verdict } from '../verdict.ts';

/** An exact fraction; `of` is never negative, and 0 stands for beyond any number. */
export interface Ratio {
  readonly part: number;
  readonly of: number;
}

export type Literal = number | boolean | string;

/** What one comparison was found to compare, before it is compared. */
export interface ComparedFact {
  /** Verdicts it may take whatever it is compared with, such as `not-met` while too early. */
  readonly settled: readonly Verdict[];
  /** The least and the greatest value, in the fact's own unit; absent where it has none. */
  readonly range?: { readonly least: Ratio; readonly most: Ratio };
  /** As the document writes it; absent where no value is in force. */
  readonly threshold?: Literal;
}

/** What a payment asks beside eligibility and its own condition. */
export interface PaymentFact {
  /** Whether a rate, the cap of its pot and its last day have a value in force, where it has them. */
  readonly priced: boolean;
  readonly closed: boolean;
  readonly claimedElsewhere: boolean;
}

/** By id, or `id@member` for what is judged for one member. */
type ByNode<T> = Readonly<Record<string, T>>;

/** Whether one member passes every test of a range but its `where`. */
export type RangeAnswer = Exclude<Verdict, 'not-applicable'>;

/** What one family's records come to under one ruleset, as plain JSON: everything that is known before anything is folded. */
export interface ComputedFacts {
  /** Ids, in the family's order. */
  readonly members: readonly string[];
  readonly comparisons: ByNode<ComparedFact>;
  /** Values in force of the parameters that are themselves compared. */
  readonly settings: ByNode<Literal>;
  /** How many an `atLeast` needs, where a value is in force. */
  readonly needed: ByNode<number>;
  /** How often a capped member may be counted, where a value is in force. */
  readonly atMost: ByNode<number>;
  /** By `quantifier@member`; a member who is not here does not belong to the family on the day looked from. */
  readonly ranges: ByNode<RangeAnswer>;
  /** Whom a cap limits, by `atLeast@member`. */
  readonly caps: ByNode<RangeAnswer>;
  /** Overrides that stand, by outcome, or `outcome.part`. */
  readonly overrides: ByNode<Verdict>;
  readonly attached: boolean;
  readonly payments: ByNode<PaymentFact>;
}

/** What was found of a family, and what the engine made of it. */
export interface Computed {
  readonly facts: ComputedFacts;
  /** The engine's verdict of everything that has one; `#own id` where an override stands in place of it. */
  readonly verdicts: ByNode<Verdict>;
}

/** What stands under a node's own name; an id such as `constructor` finds nothing that is not there. */
export function at<T>(record: ByNode<T>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
