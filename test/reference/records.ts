import type { Fact } from '../../engine/document/fact.ts';
import type { RecordType } from '../../engine/document/vocabulary.ts';
import type { FieldTest, Where } from '../../engine/document/where.ts';
import { ageOn, dayOf, daysOf, FIRST_DAY, within, type Day } from './days.ts';
import { isReference, numberOf, valueOf } from './parameters.ts';
import { membership, type Look, type Question } from './question.ts';
import type { RawMember, RawRecord } from './raw-family.ts';
import { termOf } from './terms.ts';

/** A record as it is seen by `asOf`. */
export interface Seen {
  readonly record: RawRecord;
  readonly member: RawMember | null;
  /** An event's day or a spell's first day, whether or not within membership; undefined for a term row. */
  readonly starts: Day | undefined;
  /** The days it occupies by `asOf` within its member's membership. */
  readonly days: readonly Day[];
  readonly term: string | undefined;
}

export function recordTypeOf(question: Question, type: string): RecordType {
  const found = question.vocabulary.recordTypes[type];
  if (found === undefined) throw new Error(`invariant: the checker refuses an unknown record type, ${type}`);
  return found;
}

function text(record: RawRecord, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' ? value : undefined;
}

function seenOf(question: Question, type: string, record: RawRecord): Seen | undefined {
  const { shape } = recordTypeOf(question, type);
  const member = question.family.members.find(({ id }) => id === record['member']) ?? null;
  const span = member === null ? undefined : membership(member);
  const belongs = (day: Day) => span === undefined || within(day, span);
  if (shape === 'term') {
    const term = text(record, 'term') ?? '';
    const first = termOf(question.calendar, term)?.opens;
    if (first !== undefined && !belongs(first)) return undefined;
    return { record, member, starts: undefined, days: [], term };
  }
  const starts = dayOf(text(record, shape === 'event' ? 'on' : 'from') ?? '');
  if (starts < FIRST_DAY) throw new Error('invariant: the reference’s calendar begins before every record');
  const to = text(record, 'to');
  const closes = shape === 'event' ? starts + 1 : to === undefined ? Infinity : dayOf(to);
  const days = daysOf({ opens: starts, closes: Math.min(closes, question.asOf + 1) }).filter(belongs);
  return days.length === 0 ? undefined : { record, member, starts, days, term: undefined };
}

const readBefore = new WeakMap<Question, Map<string, Seen[]>>();

/** Records of a type that are there by `asOf`, within membership: of the member looked at, or else of all and of none. */
export function seenRecords({ question, member }: Look, type: string): Seen[] {
  const read = readBefore.get(question) ?? new Map<string, Seen[]>();
  readBefore.set(question, read);
  const all =
    read.get(type) ??
    (question.family.records[type] ?? [])
      .map((record) => seenOf(question, type, record))
      .filter((seen) => seen !== undefined);
  read.set(type, all);
  return member === null ? all : all.filter((seen) => seen.member?.id === member.id);
}

export type Answer = 'yes' | 'no' | 'maybe';

/** One `no` settles it; failing that one `maybe` leaves it open. */
export function allAnswers(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('maybe') ? 'maybe' : 'yes';
}

const yesIf = (holds: boolean): Answer => (holds ? 'yes' : 'no');

type Kinds = Exclude<FieldTest, { not: unknown } | boolean | null>;

/** A test whose parameter has no value that day may hold or not. */
function answerKinds(look: Look, value: unknown, kinds: Kinds): Answer {
  const wanted = isReference(kinds) ? valueOf(look, kinds.parameter) : kinds;
  if (wanted === undefined) return 'maybe';
  const list: unknown[] = [wanted].flat();
  return yesIf(list.includes(value));
}

const opposite: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', maybe: 'maybe' };

function answerField(look: Look, value: unknown, test: FieldTest): Answer {
  if (value === undefined) return 'maybe';
  if (typeof test === 'boolean' || test === null) return yesIf(value === test);
  if (typeof test === 'object' && 'not' in test) return opposite[answerKinds(look, value, test.not)];
  return answerKinds(look, value, test);
}

export function answerWhere(look: Look, record: RawRecord, where: Where | undefined): Answer {
  return allAnswers(
    Object.entries(where ?? {}).map(([field, test]) => answerField(look, record[field], test)),
  );
}

interface Ages {
  readonly from?: Parameters<typeof numberOf>[1] | undefined;
  readonly below?: Parameters<typeof numberOf>[1] | undefined;
}

/** Whether a member is of these ages on a day. */
export function answerAge(
  look: Look,
  ages: Ages,
  { member, day }: { member: RawMember | null; day: Day },
): Answer {
  if (!member?.dateOfBirth) return 'maybe';
  const age = ageOn(dayOf(member.dateOfBirth), day, look.question.ruleset.leapBirthday);
  const from = ages.from === undefined ? -Infinity : numberOf(look, ages.from);
  const below = ages.below === undefined ? Infinity : numberOf(look, ages.below);
  return allAnswers([
    from === undefined ? 'maybe' : yesIf(age >= from),
    below === undefined ? 'maybe' : yesIf(age < below),
  ]);
}

/** The tests a fact of records makes; a ratio makes none. */
export type RecordFact = Extract<Fact, { window: unknown }>;

export function rolesOf(roles: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof roles === 'string' ? [roles] : roles;
}

type AgedFact = Extract<RecordFact, { aged?: unknown }>;

/** Whether a member is of the fact's ages, by the record's own day or by the day looked from. */
export function answerAged(
  look: Look,
  { aged }: AgedFact,
  asked: { member: RawMember | null; ownDay: Day },
): Answer {
  if (aged === undefined) return 'yes';
  const { member, ownDay } = asked;
  const on = isReference(aged.on) ? valueOf(look, aged.on.parameter) : aged.on;
  if (on === undefined) return 'maybe';
  return answerAge(look, aged, { member, day: on === 'event' ? ownDay : look.lookedFrom });
}

export function answerRecord(look: Look, fact: RecordFact, seen: Seen): Answer {
  if ('ratio' in fact) return 'yes';
  const roles = rolesOf(fact.by?.role);
  return allAnswers([
    answerWhere(look, seen.record, fact.where),
    answerAged(look, fact, { member: seen.member, ownDay: seen.starts ?? look.lookedFrom }),
    roles === undefined ? 'yes' : seen.member === null ? 'maybe' : yesIf(roles.includes(seen.member.role)),
  ]);
}
