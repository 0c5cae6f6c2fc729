import type { FamilyRecord, Member } from '../../../engine/family/family.ts';
import { addDays, addMonths } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import { addOffences, whileAdult, whileMinor } from './offences.ts';
import { comesOfAge, happenedIn, isMemberOn, kindOf, Source, type Case } from './records.ts';
import { onBenefit } from './work.ts';

const interventions = new Set([
  'asbo',
  'asb-injunction',
  'acceptable-behaviour-contract',
  'notice-seeking-possession',
  'housing-injunction',
  'demotion-order',
  'eviction',
  'criminal-behaviour-order',
  'civil-injunction',
  'community-protection-notice',
]);

/** The 12 months up to and including the day looked from. */
function yearTo({ lookedFrom }: Case): Span {
  return { from: addMonths(lookedFrom, -12, 'clamp'), to: addDays(lookedFrom, 1) };
}

function asbIntervention({ family }: Case, year: Span): Verdict {
  const source = new Source(family, 'asb-intervention');
  for (const record of source.records) {
    if (interventions.has(kindOf(record)) && happenedIn(record, family.members, year)) return 'met';
  }
  return source.lacksOfFamily(year) ? 'unknown' : 'not-met';
}

/** A proven offence by a minor, or an intervention against anti-social behaviour. */
export function crime(at: Case): Verdict {
  const year = yearTo(at);
  let verdict = asbIntervention(at, year);
  const offences = new Source(at.family, 'offence');
  if (verdict === 'met' || offences.isEmpty) return verdict;
  for (const member of at.family.members) {
    if (!isMemberOn(member, at.lookedFrom)) continue;
    const counts = { least: 0, most: 0 };
    addOffences(counts, offences, { member, span: whileMinor(member, year) });
    if (counts.least > 0) return 'met';
    if (counts.most > 0) verdict = 'unknown';
  }
  return verdict;
}

/** An adult on an out-of-work benefit. */
export function work({ family, lookedFrom }: Case): Verdict {
  const benefits = new Source(family, 'benefit');
  const today: Span = { from: lookedFrom, to: addDays(lookedFrom, 1) };
  let verdict: Verdict = 'not-met';
  for (const member of family.members) {
    if (member.role === 'child' || !isMemberOn(member, lookedFrom)) continue;
    const one = onBenefit(benefits, member, { span: today });
    if (one === 'met') return 'met';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** At least so many events of a type that may name no member. */
function familyHad({ family }: Case, type: string, { span, times }: { span: Span; times: number }): Verdict {
  const source = new Source(family, type);
  let count = 0;
  for (const record of source.records) if (happenedIn(record, family.members, span)) count += 1;
  if (count >= times) return 'met';
  return source.lacksOfFamily(span) ? 'unknown' : 'not-met';
}

function arrestedOften({ family }: Case, year: Span): Verdict {
  const source = new Source(family, 'arrest');
  let count = 0;
  for (const record of source.records) if (happenedIn(record, family.members, year)) count += 1;
  if (count >= 3) return 'met';
  return source.lacksOfAny(family.members, year) ? 'unknown' : 'not-met';
}

function offenceAsAdult({ family }: Case, year: Span): Verdict {
  const offences = new Source(family, 'offence');
  if (offences.isEmpty) return 'not-met';
  const counts = { least: 0, most: 0 };
  for (const member of family.members)
    addOffences(counts, offences, { member, span: whileAdult(member, year) });
  if (counts.least > 0) return 'met';
  return counts.most > 0 ? 'unknown' : 'not-met';
}

type RecordTest = (record: FamilyRecord, member: Member) => boolean | undefined;

/** Whether anyone in the family is in a spell on the day looked from, and in one that passes where there is a test. */
function someoneHas({ family, lookedFrom }: Case, type: string, passes?: RecordTest): Verdict {
  const source = new Source(family, type);
  if (source.isEmpty) return 'not-met';
  const { members } = family;
  let verdict: Verdict = 'not-met';
  for (const record of source.records) {
    const member = members[record.member];
    if (member === undefined || record.from > lookedFrom || lookedFrom >= record.to) continue;
    if (!isMemberOn(member, lookedFrom)) continue;
    const passed = passes === undefined || passes(record, member);
    if (passed === true) return 'met';
    if (passed === undefined) verdict = 'unknown';
  }
  const today: Span = { from: lookedFrom, to: addDays(lookedFrom, 1) };
  return source.lacksOfAny(members, today) ? 'unknown' : verdict;
}

const isLocalHealthReason: RecordTest = (record) =>
  kindOf(record) === 'long-term-condition' || kindOf(record) === 'effects-of-domestic-abuse';

const beganAsMinor: RecordTest = ({ from }, { dateOfBirth }) =>
  dateOfBirth === undefined ? undefined : from < comesOfAge(dateOfBirth);

const reasons: readonly ((at: Case, year: Span) => Verdict)[] = [
  (at, span) => familyHad(at, 'police-call-out', { span, times: 3 }),
  (at) => someoneHas(at, 'child-protection'),
  (at, span) => familyHad(at, 'domestic-incident', { span, times: 1 }),
  (at) => someoneHas(at, 'domestic-abuse'),
  (at) => someoneHas(at, 'substance-misuse'),
  (at) => someoneHas(at, 'mental-health'),
  (at, span) => familyHad(at, 'housing', { span, times: 1 }),
  arrestedOften,
  offenceAsAdult,
  (at) => someoneHas(at, 'physical-health', isLocalHealthReason),
  (at) => someoneHas(at, 'pregnancy', beganAsMinor),
];

/** Any of the local reasons for concern: the first that is met settles it. */
export function highCost(at: Case): Verdict {
  const year = yearTo(at);
  let verdict: Verdict = 'not-met';
  for (const reason of reasons) {
    const one = reason(at, year);
    if (one === 'met') return 'met';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}
