import type { Family } from '../../../engine/index.ts';
import type { Basis } from '../../library/basis.ts';
import type { CohortFinding, SourceRow } from './row.ts';
import type { Tables } from './tables.ts';

/** What reads a cohort: the tables of a vocabulary, and the vocabularies that a family may name. */
export interface Reader {
  readonly tables: Tables;
  /** `family@1`. */
  readonly vocabulary: string;
  readonly basis: Basis;
}

/** A family that can be decided: as it was given, as the engine reads it, its canonical JSON and the hash of that. */
export interface Whole {
  readonly document: Readonly<Document>;
  readonly family: Family;
  readonly text: string;
  readonly hash: string;
}

export interface Assembled {
  /** Undefined where anything is wrong. */
  readonly whole: Whole | undefined;
  /** By file, then by row. */
  readonly findings: readonly CohortFinding[];
}

/** A family's document, in the making. */
export type Document = Record<string, unknown>;

/** One family as it was sent: whole, or with all that is wrong with it and the rows that it came in. */
export interface Entry extends Assembled {
  /** Its id; empty where none can be made out. */
  readonly id: string;
  readonly rows: readonly SourceRow[];
}

/** Families that are put together, and later kept, at a time. */
export const FAMILIES_A_BLOCK = 200;
