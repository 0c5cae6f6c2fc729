import type { FamilyRecord, Member } from '../../../engine/family/family.ts';
import { addDays } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import { isMemberOn, kindOf, Source, touches, type Case } from './records.ts';

const isJobseeking = (kind: string) => kind === 'JSA' || kind === 'UC';
const isOther = (kind: string) =>
  kind === 'ESA' || kind === 'IS' || kind === 'IB' || kind === 'CA' || kind === 'SDA';
const isOutOfWork = (kind: string) => isJobseeking(kind) || isOther(kind);

/** Whether a member was on a benefit on some day of a span. */
export function onBenefit(
  benefits: Source,
  member: Member,
  { span, kinds = isOutOfWork }: { span: Span; kinds?: (kind: string) => boolean },
): Verdict {
  for (const record of benefits.records) {
    if (record.member === member.index && kinds(kindOf(record)) && touches(record, member, span))
      return 'met';
  }
  return benefits.lacksOf(member, span) ? 'unknown' : 'not-met';
}

/** Whether a member volunteered, or began provision of the European Social Fund, in a span. */
function tookStep(steps: Source, member: Member, span: Span): Verdict {
  for (const record of steps.records) {
    if (record.member === member.index && touches(record, member, span)) return 'met';
  }
  return steps.lacksOf(member, span) ? 'unknown' : 'not-met';
}

/** A step towards work by an adult in the last 6 months, all of them since the family joined. */
export function progressToWork({ family, asOf, halfYear }: Case): Verdict {
  if (halfYear === undefined) return 'not-met';
  const steps = new Source(family, 'work-programme');
  if (steps.isEmpty) return 'not-met';
  let verdict: Verdict = 'not-met';
  for (const member of family.members) {
    if (member.role === 'child' || !isMemberOn(member, asOf)) continue;
    const one = tookStep(steps, member, halfYear);
    if (one === 'met') return 'met';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** Days as pairs of ends, ordered by the first: `from`, `to`, `from`, `to`. */
type Runs = number[];

function put(runs: Runs, from: number, to: number): void {
  if (from >= to) return;
  let at = runs.length;
  while (at > 0 && (runs[at - 2] ?? 0) > from) at -= 2;
  runs.splice(at, 0, from, to);
}

/** Puts the days of a span, within membership, on which nothing is known of a member. */
function putUnknown(runs: Runs, source: Source, { member, span }: { member: Member; span: Span }): void {
  const to = Math.min(span.to, member.leftOn);
  let day = source.firstUnknown(member.index, Math.max(span.from, member.joinedOn), to);
  while (day < to) {
    const next = source.nextKnown(member.index, day, to);
    put(runs, day, next);
    day = source.firstUnknown(member.index, next, to);
  }
}

function totalDays(runs: Runs): number {
  let total = 0;
  let end = -Infinity;
  for (let at = 0; at < runs.length; at += 2) {
    const from = Math.max(runs[at] ?? 0, end);
    const to = runs[at + 1] ?? 0;
    if (to <= from) continue;
    total += to - from;
    end = to;
  }
  return total;
}

/** The longest unbroken run of days: runs that touch are one. */
function longestDays(runs: Runs): number {
  let longest = 0;
  let begin = 0;
  let end = -Infinity;
  for (let at = 0; at < runs.length; at += 2) {
    const from = runs[at] ?? 0;
    if (from > end) begin = from;
    end = Math.max(end, runs[at + 1] ?? 0);
    longest = Math.max(longest, end - begin);
  }
  return longest;
}

/** The days of spells that surely count, those that may with those that are not known, and how they are measured. */
interface Asked {
  readonly member: Member;
  readonly span: Span;
  readonly counts: (record: FamilyRecord) => boolean | undefined;
  readonly measure: (runs: Runs) => number;
}

function days(source: Source, { member, span, counts, measure }: Asked): { least: number; most: number } {
  const sure: Runs = [];
  const may: Runs = [];
  for (const record of source.records) {
    if (record.member !== member.index) continue;
    const counted = counts(record);
    if (counted === false) continue;
    const from = Math.max(record.from, span.from, member.joinedOn);
    const to = Math.min(record.to, span.to, member.leftOn);
    if (counted === true) put(sure, from, to);
    put(may, from, to);
  }
  const least = measure(sure);
  if (source.complete && may.length === sure.length) return { least, most: least };
  putUnknown(may, source, { member, span });
  return { least, most: measure(may) };
}

/** Work found through the Work Programme or the European Social Fund does not count. */
function isOwnWork({ fields }: FamilyRecord): boolean | undefined {
  return fields['via'] === undefined ? undefined : fields['via'] === null;
}

const isOutOfWorkBenefit = (record: FamilyRecord) => isOutOfWork(kindOf(record));

/** What one adult's continuous employment is judged by. */
interface Adult {
  readonly member: Member;
  readonly benefits: Source;
  readonly employment: Source;
  readonly at: Case;
  /** The days since the family joined. */
  readonly since: Span;
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'met') return 'not-met';
  return verdict === 'not-met' ? 'met' : verdict;
}

function bothOf(left: Verdict, right: Verdict): Verdict {
  if (left === 'not-met' || right === 'not-met') return 'not-met';
  return left === 'met' && right === 'met' ? 'met' : 'unknown';
}

function longEnough(range: { least: number; most: number }, enough: number): Verdict {
  if (range.least >= enough) return 'met';
  return range.most < enough ? 'not-met' : 'unknown';
}

/** 26 weeks of work in the last 30, with no more than 4 on a benefit and none today. */
function leftJobseeking({ member, benefits, employment, at }: Adult): Verdict {
  const span: Span = { from: addDays(at.asOf, -210), to: at.asOf };
  if (at.attachedOn === null || span.from < at.attachedOn) return 'not-met';
  const today: Span = { from: at.asOf, to: addDays(at.asOf, 1) };
  const off = opposite(onBenefit(benefits, member, { span: today }));
  if (off === 'not-met') return off;
  const work = days(employment, { member, span, counts: isOwnWork, measure: totalDays });
  const worked = bothOf(off, longEnough(work, 182));
  if (worked === 'not-met') return worked;
  const benefit = days(benefits, { member, span, counts: isOutOfWorkBenefit, measure: totalDays });
  return bothOf(worked, opposite(longEnough(benefit, 29)));
}

/** 13 unbroken weeks of work in the last 6 months, and no benefit in the last 13 weeks. */
function leftOther({ member, benefits, employment, at }: Adult): Verdict {
  if (at.halfYear === undefined) return 'not-met';
  const lately: Span = { from: addDays(at.asOf, -91), to: addDays(at.asOf, 1) };
  const off = opposite(onBenefit(benefits, member, { span: lately }));
  if (off === 'not-met') return off;
  const work = days(employment, { member, span: at.halfYear, counts: isOwnWork, measure: longestDays });
  return bothOf(off, longEnough(work, 91));
}

function leftForWork(adult: Adult): Verdict {
  const { member, benefits, since } = adult;
  const jobseeking = onBenefit(benefits, member, { span: since, kinds: isJobseeking });
  const first = jobseeking === 'not-met' ? jobseeking : bothOf(jobseeking, leftJobseeking(adult));
  if (first === 'met' || jobseeking === 'met') return first;
  const other = onBenefit(benefits, member, { span: since, kinds: isOther });
  const without = bothOf(other, opposite(jobseeking));
  const second = without === 'not-met' ? without : bothOf(without, leftOther(adult));
  if (second === 'met') return second;
  return first === 'unknown' || second === 'unknown' ? 'unknown' : 'not-met';
}

/** An adult who has left an out-of-work benefit for continuous work since the family joined. */
export function continuousEmployment(at: Case): Verdict {
  const { family, asOf, attachedOn } = at;
  if (attachedOn === null) return 'not-met';
  const benefits = new Source(family, 'benefit');
  if (benefits.isEmpty) return 'not-met';
  const employment = new Source(family, 'employment');
  const since: Span = { from: attachedOn, to: asOf };
  let verdict: Verdict = 'not-met';
  for (const member of family.members) {
    if (member.role === 'child' || !isMemberOn(member, asOf)) continue;
    const one = leftForWork({ member, benefits, employment, at, since });
    if (one === 'met') return 'met';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}
