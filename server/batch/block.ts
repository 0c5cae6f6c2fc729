import type { Effects } from '../comparison/effects.ts';
import type { ToKeep } from '../decisions/keeper.ts';

/** Some lines of a batch, whole and in order. */
export interface Block {
  /** The number of its first line; lines count from 1. */
  readonly firstLine: number;
  /** The lines, each ended by a line feed. */
  readonly bytes: Uint8Array;
  /** Numbers of lines that were too long to be kept: they stand empty in `bytes`. */
  readonly tooLong: readonly number[];
}

/** What came of a block, in the order of its lines. Blank lines come to nothing. */
export interface DecidedBlock {
  /** The output lines, each ended by a line feed. */
  readonly bytes: Uint8Array;
  /** Lines read, blank ones included. */
  readonly lines: number;
  readonly problems: number;
  /** For each output line of a comparison what is summed; undefined for a problem, and where nothing is compared. */
  readonly rows: readonly (Float64Array | undefined)[];
  /** For each output line what its differences come to by edit, where that was asked. */
  readonly effects: readonly (Effects | undefined)[];
  /** Lines that are refused because the two engines differ on them, and where in the ruleset. */
  readonly disagreements: readonly { readonly line: number; readonly places: readonly string[] }[];
  /** For each output line what is to be kept of it, where anything is. */
  readonly kept: readonly (ToKeep | undefined)[];
  /** For each output line: the input line's number and where the output line ends in `bytes`. */
  readonly places: Uint32Array;
  /** For each output line, three words that stand for the id of the family decided; all 0 for a problem. */
  readonly ids: Uint32Array;
}

/** How much of an input is decided at once. */
export const BLOCK_BYTES = 128 * 1024;
