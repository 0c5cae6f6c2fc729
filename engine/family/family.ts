import type { Day } from '../time/civil-date.ts';
import type { Verdict } from '../verdict.ts';

/** Later than any day a record can name: the `to` of what is ongoing. */
export const ONGOING = 4_000_000 as Day;
/** Earlier than any day a record can name. */
export const BEFORE_ALL = -4_000_000 as Day;

export interface Member {
  /** Position in the family's list. */
  readonly index: number;
  readonly id: string;
  readonly role: string;
  /** Absent is unknown. */
  readonly dateOfBirth: Day | undefined;
  /** Absent is unknown. */
  readonly resident: boolean | undefined;
  /** First day as a member; `BEFORE_ALL` where not given. */
  readonly joinedOn: Day;
  /** First day no longer a member; `ONGOING` where not given. */
  readonly leftOn: Day;
}

/** One record. Days are `[from, to)`: an event's is its one day, an ongoing spell's `to` is `ONGOING`, a term row has neither (0, 0). */
export interface FamilyRecord {
  /** Position in the type's list, for JSON Pointers. */
  readonly index: number;
  /** Position of its member, or -1 where it names none. */
  readonly member: number;
  readonly from: Day;
  readonly to: Day;
  /** Term id of a term row, otherwise ''. */
  readonly term: string;
  /** The record as given, already checked: its vocabulary fields are own properties, absent where unknown. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `[from, to)`, for one member or, at -1, for the family. */
export interface CoverageSpan {
  readonly member: number;
  readonly from: Day;
  readonly to: Day;
}

export interface Claim {
  readonly programme: string;
  readonly phase: number;
  readonly payment: string;
  readonly on: Day;
  readonly pence: number;
  readonly localAuthority: string | undefined;
}

export interface Override {
  readonly outcome: string;
  readonly part: string | null;
  readonly verdict: Verdict;
  readonly by: string;
  readonly role: string;
  readonly on: Day;
  readonly reason: string;
  readonly evidence: string | null;
}

/** A family as the engine reads it: checked whole, days as numbers, lists as given. */
export interface Family {
  readonly id: string;
  readonly localAuthority: string;
  /** `family@1`: what it was checked against. */
  readonly vocabulary: string;
  readonly attachedOn: Day | null;
  readonly closedOn: Day | null;
  readonly members: readonly Member[];
  /** A type that is not here was not supplied: nothing is known of it but what coverage says. */
  readonly records: ReadonlyMap<string, readonly FamilyRecord[]>;
  readonly coverage: ReadonlyMap<string, readonly CoverageSpan[]>;
  readonly claims: readonly Claim[];
  readonly overrides: readonly Override[];
}
