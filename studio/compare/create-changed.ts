import { createMemo } from 'solid-js';
import type { Problem } from '../api.ts';
import { createDecided } from '../decide/create-decided.ts';
import type { createJudged } from '../decide/create-judged.ts';
import type { Trial } from '../decide/create-trial.ts';
import { changesBetween } from '../engine.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { type ChangedInWords, changedInWords } from './changed-in-words.ts';
import { type Asking, createCauses } from './create-causes.ts';

/** The version that is compared with, as it is read. */
interface Before {
  readonly value: () => DecidingRules | undefined;
  readonly problem: () => Problem | undefined;
  readonly again: () => void;
}

interface Compared {
  readonly trial: Trial;
  readonly judged: ReturnType<typeof createJudged>;
  readonly before: Before;
  /** Whether a restated attachment is for both, or for what is tried alone. */
  readonly restatesBoth: boolean;
  /** Whether it is asked which edits cause what changes. */
  readonly wantsCauses: () => boolean;
}

/** What a family that is tried is told otherwise than under another version, and why. */
export function createChanged({ trial, judged, before, restatesBoth, wantsCauses }: Compared) {
  const rulesBefore = createMemo(() => {
    const read = before.value();
    return read && { key: read.key, checked: read.checked };
  });
  /** What was answered last: what is tried is decided first, so that its verdicts do not wait for the version before. */
  const answered = createMemo(() => trial.decided.answer()?.asked);
  const decidedBefore = createDecided({
    rules: rulesBefore,
    family: () => answered()?.family,
    asOf: () => answered()?.asOf,
    restateAttachment: () => (restatesBoth ? answered()?.restateAttachment : undefined),
    isBare: true,
  });
  /** Both answers; nothing while the one before is by another version than is compared with. */
  const both = createMemo(() => {
    const [now, was] = [judged()?.answer, decidedBefore.answer()];
    if (now === undefined || was?.kind !== 'decided' || was.asked.rules !== rulesBefore()?.key)
      return undefined;
    const same = was.asked.family === now.asked.family && was.asked.asOf === now.asked.asOf;
    const restates = restatesBoth ? now.asked.restateAttachment : undefined;
    return { now, was, same: same && was.asked.restateAttachment === restates };
  });
  /** What is decided otherwise than before, as far as both are decided; undefined until they are. */
  const value = createMemo((last: readonly ChangedInWords[] | undefined) => {
    const said = both();
    if (said === undefined || !said.same) return said && last;
    const { was, now } = said;
    const changes = changesBetween(was.judgement, now.judgement);
    return changedInWords(changes, [was.judgement, now.judgement]);
  });
  /** Whether the attachment is restated for one of the two alone: then they are not told of one family. */
  const restatedAlone = () => !restatesBoth && trial.restate() !== undefined;
  const asking = createMemo((): Asking | undefined => {
    const [said, left, right] = [both(), rulesBefore(), trial.rules()];
    if (!wantsCauses() || restatedAlone() || said?.same !== true || (value()?.length ?? 0) === 0)
      return undefined;
    const { asked } = said.now;
    if (left === undefined || right?.key !== asked.rules) return undefined;
    const { family, asOf, restateAttachment } = asked;
    return { left, right, family, asOf, restateAttachment };
  });
  return {
    value,
    problem: before.problem,
    again: before.again,
    /** What the version before finds wrong with the family. */
    mistakes: () => {
      const was = decidedBefore.answer();
      return was?.kind === 'wrong' ? was.mistakes : [];
    },
    restatedAlone,
    causes: createCauses(() => asking()),
  };
}

export type Changed = ReturnType<typeof createChanged>;
