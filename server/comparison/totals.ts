import { attributor, idsShared } from '../../engine/index.ts';
import { type BatchSetup, versionOf } from '../batch/setup.ts';
import { type NotAttributed, refusedFor } from './attributed.ts';
import type { Effects } from './effects.ts';
import { measuresOf } from './measures.ts';
import { type Compared, type Explanation, Tally } from './tally.ts';

/** What many families compared under two versions come to. */
export interface ComparedBatch extends Compared {
  readonly shared: ReturnType<typeof idsShared>;
  /** By edit, where the causes were asked and could be found. */
  readonly explained?: Explanation;
  /** Why they could not. */
  readonly notAttributable?: NotAttributed['notAttributable'];
}

export interface Totals {
  readonly add: (row: Float64Array | undefined, effects: Effects | undefined) => void;
  readonly compared: () => ComparedBatch;
}

function explaining({ version, restateAttachment, right }: BatchSetup) {
  if (right?.causes !== true) return undefined;
  const between = attributor(versionOf(version).compiled(), versionOf(right.version).compiled());
  return {
    edits: between.edits,
    refused: refusedFor(between, { left: restateAttachment, right: right.restateAttachment }),
  };
}

/** Adds up a comparison; undefined where families are decided under one version alone. */
export function totalsOf(setup: BatchSetup): Totals | undefined {
  const { version, right } = setup;
  if (right === undefined) return undefined;
  const sides = [version.ruleset, right.version.ruleset] as const;
  const tally = new Tally(measuresOf(...sides));
  return {
    add: (row, effects) => {
      if (row !== undefined) tally.add(row, effects);
    },
    compared: () => {
      const compared = { ...tally.compared(), shared: idsShared(...sides) };
      const asked = explaining(setup);
      if (asked === undefined) return compared;
      const { edits, refused } = asked;
      return refused === undefined
        ? { ...compared, explained: tally.explained(edits) }
        : { ...compared, notAttributable: refused };
    },
  };
}
