import {
  attributor,
  changesBetween,
  type Family,
  ok,
  type Result,
  type VerdictsOnly,
  type Diagnostic,
} from '../../engine/index.ts';
import type { DecideFamily } from '../batch/said.ts';
import { dayOf } from '../library/evaluate.ts';
import type { Version } from '../library/library.ts';
import { attribute, refusedFor } from './attributed.ts';
import { rowReader } from './measures.ts';

/** A family as one version's vocabulary reads it, and what it is told. */
export interface DecidedUnder {
  readonly family: Family;
  readonly decided: VerdictsOnly;
}

export interface Side {
  readonly version: Version;
  readonly restateAttachment: string | undefined;
  readonly decide: (document: unknown) => Result<DecidedUnder, Diagnostic[]>;
}

export interface Comparing {
  readonly asOf: string;
  readonly left: Side;
  readonly right: Side;
  /** Whether the edits that cause each change are asked. */
  readonly causes: boolean;
}

/** Draws the shares that are estimated: any number does, if it is always the same. */
const SEED = 1;

function attributing({ asOf, left, right, causes }: Comparing) {
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

/** Decides one family after another under two versions, and says what changes and, where asked, because of which edits. */
export function compareFamily(comparing: Comparing): DecideFamily {
  const { left, right } = comparing;
  const row = rowReader(left.version.ruleset, right.version.ruleset);
  const attribution = attributing(comparing);
  return (document) => {
    const before = left.decide(document);
    if (!before.ok) return before;
    const after = right.decide(document);
    if (!after.ok) return after;
    const decided = { left: before.value.decided, right: after.value.decided };
    const changes = changesBetween(decided.left, decided.right);
    const counted = row(decided, changes.length > 0);
    if (attribution === undefined || changes.length === 0) return ok({ answer: { changes }, row: counted });
    const { between, question, refused } = attribution;
    if (refused !== undefined) return ok({ answer: { changes, notAttributable: refused }, row: counted });
    const asked = { left: before.value.family, right: after.value.family, question, seed: SEED };
    const { answer, effects } = attribute(between, asked, changes);
    return ok({ answer: { changes, ...answer }, row: counted, effects });
  };
}
