import type { Condition } from '../document/condition.ts';
import type { Place } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Vocabulary } from '../document/vocabulary.ts';
import type { TimeWindow } from '../document/time-window.ts';
import type { LeapBirthday, MonthEnd } from '../time/civil-date.ts';
import type { SchoolAgeTest } from '../time/term.ts';
import type { Parameters } from './parameters.ts';
import type { Judge, Measure } from './run.ts';
import type { Slots } from './slots.ts';

/** What choosing records needs of a compiler: of a ruleset's, or of another document that counts records. */
export type Selecting = Pick<Compiler, 'vocabulary' | 'parameters' | 'leapBirthday' | 'ofSchoolAge'>;

/** What compiling one ruleset shares: its document and vocabulary, its parameters, facts and places, and where verdicts are kept. */
export interface Compiler {
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  readonly slots: Slots;
  readonly parameters: Parameters;
  readonly monthEnd: MonthEnd;
  readonly leapBirthday: LeapBirthday;
  /** Where a run keeps what a window opened to; undefined where that may differ from member to member. */
  readonly windowSlot: (window: TimeWindow) => number | undefined;
  /** Whether someone born on a day is of compulsory school age in a term. */
  readonly ofSchoolAge: SchoolAgeTest;
  /** The place a condition stands at. */
  readonly placeOf: (condition: Condition) => Place;
  /** A declared fact, compiled once. */
  readonly fact: (id: string) => Measure;
  /** A condition as a closure that judges it and keeps its verdict. */
  readonly judge: (condition: Condition) => Judge;
}
