import { attributor, type Change, changesBetween } from '../../engine/index.ts';
import { dayOf } from '../library/evaluate.ts';
import { attribute, type Attributed, type NotAttributed, refusedFor } from './attributed.ts';
import type { Effects } from './effects.ts';
import type { Asked, DecidedUnder } from './under.ts';

export interface Pair {
  readonly asOf: string;
  readonly left: Asked;
  readonly right: Asked;
  /** Whether the edits that cause each change are asked. */
  readonly causes: boolean;
}

/** What two versions say differently of one family and, where asked, because of which edits. */
export interface Paired {
  readonly changes: readonly Change[];
  readonly why: Partial<Attributed & NotAttributed>;
  readonly effects?: Effects;
}

/** Draws the shares that are estimated: any number does, if it is always the same. */
const SEED = 1;

function attributing({ asOf, left, right, causes }: Pair) {
  if (!causes) return undefined;
  const between = attributor(left.version.compiled(), right.version.compiled());
  const refused = refusedFor(between, { left: left.restateAttachment, right: right.restateAttachment });
  const { restateAttachment } = left;
  const question = {
    asOf: dayOf(asOf),
    ...(restateAttachment === undefined ? {} : { restateAttachment: dayOf(restateAttachment) }),
  };
  return { between, question, refused };
}

/** Compares what one family after another is told under two versions. */
export function pairing(pair: Pair): (before: DecidedUnder, after: DecidedUnder) => Paired {
  const attribution = attributing(pair);
  return (before, after) => {
    const changes = changesBetween(before.decided, after.decided);
    if (attribution === undefined || changes.length === 0) return { changes, why: {} };
    const { between, question, refused } = attribution;
    if (refused !== undefined) return { changes, why: { notAttributable: refused } };
    const asked = { left: before.family, right: after.family, question, seed: SEED };
    const { answer, effects } = attribute(between, asked, changes);
    return { changes, why: answer, effects };
  };
}
