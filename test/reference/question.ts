import type { Calendar } from '../../engine/document/calendar.ts';
import type { LooksFrom } from '../../engine/document/outcome.ts';
import type { Ruleset } from '../../engine/document/ruleset.ts';
import type { Vocabulary } from '../../engine/document/vocabulary.ts';
import { dayOf, type Day, type Span } from './days.ts';
import { rawFamily, type RawFamily, type RawMember } from './raw-family.ts';

export interface ReferenceInput {
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  readonly calendars: readonly Calendar[];
  /** A family that the parser accepts, as JSON. */
  readonly family: unknown;
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
}

/** One ruleset, one family, one day. */
export interface Question {
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  readonly calendar: Calendar;
  readonly family: RawFamily;
  readonly asOf: Day;
  /** Null where there is none by `asOf`. */
  readonly attachedOn: Day | null;
  readonly closedOn: Day | null;
}

/** A question, the day a part of the ruleset looks from, and the member it is asked of (null for the family). */
export interface Look {
  readonly question: Question;
  readonly lookedFrom: Day;
  readonly member: RawMember | null;
}

/** Settled whatever the records say; undetermined, so that anything may be in it; or without a parameter that it needs. */
export type Settled = 'not-met' | 'undetermined' | 'no-value';

function calendarOf({ ruleset, calendars }: ReferenceInput, family: RawFamily): Calendar {
  const local = calendars.find(
    ({ id, authorities }) =>
      ruleset.calendar.local?.includes(id) && authorities.includes(family.localAuthority),
  );
  const calendar = local ?? calendars.find(({ id }) => id === ruleset.calendar.fallback);
  if (calendar === undefined) throw new Error(`invariant: there is a calendar for ${family.localAuthority}`);
  return calendar;
}

export function questionOf(input: ReferenceInput): Question {
  const family = rawFamily.parse(input.family);
  const asOf = dayOf(input.asOf);
  const seen = (iso: string | null | undefined) => (iso && dayOf(iso) <= asOf ? dayOf(iso) : null);
  return {
    ruleset: input.ruleset,
    vocabulary: input.vocabulary,
    calendar: calendarOf(input, family),
    family,
    asOf,
    attachedOn: seen(input.restateAttachment ?? family.attachedOn),
    closedOn: seen(family.closedOn),
  };
}

export function lookFrom(question: Question, looksFrom: LooksFrom): Look {
  const lookedFrom = looksFrom === 'attachment' ? (question.attachedOn ?? question.asOf) : question.asOf;
  return { question, lookedFrom, member: null };
}

/** The days on which someone belongs to the family. */
export function membership({ joinedOn, leftOn }: RawMember): Span {
  return { opens: joinedOn ? dayOf(joinedOn) : -Infinity, closes: leftOn ? dayOf(leftOn) : Infinity };
}
