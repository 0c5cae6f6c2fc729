import { ok } from '../../engine/index.ts';
import type { DecideFamily } from '../batch/said.ts';
import { rowReader } from './measures.ts';
import { type Pair, pairing } from './pair.ts';
import { familyReader, under } from './under.ts';

/** Decides one family after another under two versions, and says what changes and, where asked, because of which edits. */
export function compareFamily(pair: Pair): DecideFamily {
  const { asOf, left, right } = pair;
  const read = familyReader();
  const [decideLeft, decideRight] = [under({ asOf, read, ...left }), under({ asOf, read, ...right })];
  const row = rowReader(left.version.ruleset, right.version.ruleset);
  const compare = pairing(pair);
  return (document) => {
    const before = decideLeft(document);
    if (!before.ok) return before;
    const after = decideRight(document);
    if (!after.ok) return after;
    const { changes, why, effects } = compare(before.value, after.value);
    const decided = { left: before.value.decided, right: after.value.decided };
    const counted = row(decided, changes.length > 0);
    const answer = { changes, ...why };
    return ok(effects === undefined ? { answer, row: counted } : { answer, row: counted, effects });
  };
}
