import type { Member } from '../../../engine/family/family.ts';
import type { Day } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import { comesOfAge, isSaid, touches, type Source } from './records.ts';

/** How many there are, at the least and at the most. */
export interface Counts {
  least: number;
  most: number;
}

/** The days of a span on which a member is not yet 18; all of them where their birth is not known. */
export function whileMinor({ dateOfBirth }: Member, span: Span): Span {
  if (dateOfBirth === undefined) return span;
  return { from: span.from, to: Math.min(span.to, comesOfAge(dateOfBirth)) as Day };
}

/** The days of a span on which a member is 18 or over; all of them where their birth is not known. */
export function whileAdult({ dateOfBirth }: Member, span: Span): Span {
  if (dateOfBirth === undefined) return span;
  return { from: Math.max(span.from, comesOfAge(dateOfBirth)) as Day, to: span.to };
}

/** Adds a member's proven offences in the part of a span in which they are of the age asked for. */
export function addOffences(
  counts: Counts,
  offences: Source,
  { member, span }: { member: Member; span: Span },
) {
  for (const offence of offences.records) {
    if (offence.member !== member.index || !touches(offence, member, span)) continue;
    const proven = isSaid(offence, 'proven');
    if (proven === false) continue;
    if (proven === true && member.dateOfBirth !== undefined) counts.least += 1;
    counts.most += 1;
  }
  if (offences.lacksOf(member, span)) counts.most = Infinity;
}
