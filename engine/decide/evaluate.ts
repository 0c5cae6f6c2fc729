import type { Family } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import type { CompiledRuleset } from './compile.ts';
import type { Due } from './payments.ts';
import { Recorder } from './recorder.ts';
import type { Run } from './run.ts';
import type { Slots } from './slots.ts';

/** The day the rules see as today, and a day to stand in for the family's attachment. */
export interface Question {
  readonly asOf: Day;
  readonly restateAttachment?: Day | undefined;
}

/** Every verdict, in the compact trace's bytes, and what each payment comes to. */
export interface Evaluation {
  readonly run: Run;
  readonly dues: readonly Due[];
}

function seenBy(asOf: Day, day: Day | null): Day | null {
  return day !== null && day <= asOf ? day : null;
}

/** What a run goes by, besides the family and what is asked. */
export interface Ground {
  readonly calendar: Run['calendar'];
  readonly slots: Pick<Slots, 'size'>;
}

/** A run in which nothing has been judged yet. With `record`, closures also keep how each comparison came about. */
export function begin(
  { calendar, slots }: Ground,
  family: Family,
  { asOf, restateAttachment, record = false }: Question & { record?: boolean },
): Run {
  const attachedOn = seenBy(asOf, restateAttachment ?? family.attachedOn);
  return {
    family,
    asOf,
    attachedOn,
    closedOn: seenBy(asOf, family.closedOn),
    looks: { attachment: attachedOn ?? asOf, asOf },
    calendar,
    bytes: new Uint8Array(slots.size(family.members.length)),
    overridden: new Map(),
    measures: [],
    opened: [],
    known: new Map(),
    recorder: record ? new Recorder() : undefined,
  };
}

/** Judges a family. With `record`, the same closures also keep how each comparison came about. */
export function evaluate(
  compiled: CompiledRuleset,
  family: Family,
  question: Question & { record?: boolean },
): Evaluation {
  const ground = {
    calendar: compiled.calendarFor(family.localAuthority),
    slots: compiled.compiler.slots,
  };
  const run = begin(ground, family, question);
  return { run, dues: compiled.judgeAll(run) };
}
