import { dayOf, daysOf, earlierDays, FIRST_DAY, within, type Day, type Span } from './days.ts';
import { isReference, valueOf } from './parameters.ts';
import { membership, type Look, type Question } from './question.ts';
import type { RawMember } from './raw-family.ts';
import { answerAged, recordTypeOf, rolesOf, type RecordFact } from './records.ts';
import { ofSchoolAge, termOf } from './terms.ts';

/** Whether the records of a type are known to be complete on a day: for a member, or at null for the family as a whole. */
function known(question: Question, type: string, member: RawMember | null): (day: Day) => boolean {
  const spans = question.family.coverage?.[type];
  if (!spans) {
    const listed = Array.isArray(question.family.records[type]);
    return (day) => listed && day <= question.asOf;
  }
  const theirs = spans
    .filter((span) => !span.member || span.member === member?.id)
    .map(({ from, to }) => ({ opens: dayOf(from), closes: to ? dayOf(to) : Infinity }));
  return (day) => day <= question.asOf && theirs.some((span) => within(day, span));
}

interface Needed {
  readonly members: readonly RawMember[];
  /** Whether records that name no member count too. */
  readonly memberless: boolean;
}

/** Needed days of a span that are not known. */
function unknownDaysFor({ question }: Look, type: string, asked: Needed & { span: Span }): Day[] {
  const earlier = asked.span.opens === FIRST_DAY ? earlierDays : [];
  const days = [...earlier, ...daysOf(asked.span)].filter((day) => day <= question.asOf);
  const gaps = asked.members.map((member) => {
    const isKnown = known(question, type, member);
    const belongs = membership(member);
    return days.filter((day) => within(day, belongs) && !isKnown(day));
  });
  const isKnown = known(question, type, null);
  const family = asked.memberless ? days.filter((day) => !isKnown(day)) : [];
  return [...new Set([...gaps.flat(), ...family])];
}

function memberless(look: Look, type: string): boolean {
  return look.member === null && recordTypeOf(look.question, type).member !== 'required';
}

function everyone(look: Look): readonly RawMember[] {
  return look.member === null ? look.question.family.members : [look.member];
}

const askedBefore = new WeakMap<Question, Map<string, Day[]>>();

/** The days up to `asOf` that could hold a record of the type that nobody told us of. */
export function everUnknown(look: Look, type: string): Day[] {
  const asked = askedBefore.get(look.question) ?? new Map<string, Day[]>();
  askedBefore.set(look.question, asked);
  const key = `${type} ${look.member?.id ?? ''}`;
  const span = { opens: FIRST_DAY, closes: look.question.asOf + 1 };
  const needed = { members: everyone(look), memberless: memberless(look, type), span };
  const days = asked.get(key) ?? unknownDaysFor(look, type, needed);
  asked.set(key, days);
  return days;
}

function ofTakenRole(look: Look, fact: RecordFact): readonly RawMember[] {
  const roles = 'ratio' in fact || look.member !== null ? undefined : rolesOf(fact.by?.role);
  return everyone(look).filter(({ role }) => roles === undefined || roles.includes(role));
}

/**
 * Whether a record of the fact may lie on a day of a member's, as far as age goes. An event must be of age on its own day; a
 * spell may have begun earlier, at any age; an age on the day looked from is the same for every record.
 */
function mayBeOfAge(
  look: Look,
  fact: RecordFact,
  asked: { type: string; member: RawMember; day: Day },
): boolean {
  if ('ratio' in fact || fact.aged === undefined) return true;
  const { type, member, day } = asked;
  const { aged } = fact;
  const on = isReference(aged.on) ? valueOf(look, aged.on.parameter) : aged.on;
  if (on !== 'lookedFrom' && on !== 'looked-from' && recordTypeOf(look.question, type).shape === 'spell')
    return true;
  return answerAged(look, fact, { member, ownDay: day }) !== 'no';
}

/** The days of the window on which a record of the fact may be missing. */
export function unknownDays(look: Look, fact: RecordFact, asked: { type: string; span: Span }): Day[] {
  const { type, span } = asked;
  const theirs = ofTakenRole(look, fact).flatMap((member) =>
    unknownDaysFor(look, type, { members: [member], memberless: false, span }).filter((day) =>
      mayBeOfAge(look, fact, { type, member, day }),
    ),
  );
  const ofNobody = unknownDaysFor(look, type, { members: [], memberless: memberless(look, type), span });
  return [...theirs, ...ofNobody];
}

/** How many rows are wanted of a term-shaped type and not there: one for a member and a term. */
export function missingRows(
  look: Look,
  fact: RecordFact,
  asked: { type: string; terms: readonly string[] },
): number {
  const { family, calendar } = look.question;
  const rows = family.records[asked.type] ?? [];
  const wanted = ofTakenRole(look, fact).flatMap((member) =>
    asked.terms.filter((term) => {
      const first = termOf(calendar, term)?.opens;
      const belongs = first !== undefined && within(first, membership(member));
      const present = rows.some((row) => row['member'] === member.id && row['term'] === term);
      return belongs && !present && ofSchoolAge(look.question, member, term) !== false;
    }),
  );
  return wanted.length;
}
