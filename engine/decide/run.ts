import type { LooksFrom } from '../document/outcome.ts';
import type { Family } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import type { TermCalendar } from '../time/term.ts';
import type { Bit } from '../verdict.ts';
import type { Measured } from './measured.ts';
import type { Opened } from './opened.ts';
import type { Recorder } from './recorder.ts';

/** One evaluation under way: a family on a day, the days its rules look from, and the verdicts so far. */
export interface Run {
  readonly family: Family;
  readonly asOf: Day;
  /** Null while not attached by `asOf`; the restated day where one was asked. */
  readonly attachedOn: Day | null;
  /** Null while not closed by `asOf`. */
  readonly closedOn: Day | null;
  readonly looks: Readonly<Record<LooksFrom, Day>>;
  readonly calendar: TermCalendar;
  /** The compact trace: a verdict's bit for every slot, 0 where no member was judged. */
  readonly bytes: Uint8Array;
  /** Own verdicts of outcomes and parts in whose place an override stands. */
  readonly overridden: Map<string, Bit>;
  /** Measures already taken, by fact, look and member. */
  readonly measures: (Measured | undefined)[];
  /** Windows already opened, by window and look. */
  readonly opened: (Opened | undefined)[];
  /** Known days already found, by record type and member. */
  readonly known: Map<string, (readonly Span[] | undefined)[]>;
  /** Present for a full trace; the same closures run either way. */
  readonly recorder: Recorder | undefined;
}

/** Whose eyes a rule is read with: the day it looks from, and one member, or the family at -1. */
export interface View {
  readonly looksFrom: LooksFrom;
  readonly member: number;
}

export const FAMILY = -1;

/** A fact, compiled: all the values it may have. */
export type Measure = (run: Run, view: View) => Measured;

/** One place of a rule, compiled: judges and keeps its verdict. */
export type Judge = (run: Run, view: View) => Bit;

export function lookDay(run: Pick<Run, 'looks'>, view: View): Day {
  return run.looks[view.looksFrom];
}
