import { addMonths } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import { addOffences, whileMinor, type Counts } from './offences.ts';
import { happenedIn, Source, type Case } from './records.ts';

/** The 6 months before the last 6: months are counted once from the day, because a month may end early. */
function monthsBefore({ asOf }: Case, { from }: Span): Span {
  return { from: addMonths(asOf, -12, 'clamp'), to: from };
}

/** Whether every fall that two counts allow is at least so many per cent. A fall from nothing to nothing does not apply. */
function hasFallen(before: Counts, now: Counts, percent: number): Verdict {
  if (before.most === 0) {
    if (now.least > 0) return 'not-met';
    return now.most === 0 ? 'not-applicable' : 'unknown';
  }
  if (before.least > 0 && (before.least - now.most) * 100 >= percent * before.least) return 'met';
  return (before.most - now.least) * 100 >= percent * before.most ? 'unknown' : 'not-met';
}

function incidentsIn({ family }: Case, source: Source, span: Span): Counts {
  let count = 0;
  for (const record of source.records) if (happenedIn(record, family.members, span)) count += 1;
  return { least: count, most: source.lacksOfFamily(span) ? Infinity : count };
}

/** Incidents of anti-social behaviour have fallen by 60 %. */
export function asbResult(at: Case): Verdict {
  const { halfYear, family } = at;
  if (halfYear === undefined) return 'not-met';
  const incidents = new Source(family, 'asb-incident');
  if (incidents.isEmpty) return 'not-applicable';
  const before = incidentsIn(at, incidents, monthsBefore(at, halfYear));
  return hasFallen(before, incidentsIn(at, incidents, halfYear), 60);
}

function offencesIn({ family }: Case, offences: Source, span: Span): Counts {
  const counts = { least: 0, most: 0 };
  for (const member of family.members)
    addOffences(counts, offences, { member, span: whileMinor(member, span) });
  return counts;
}

/** Proven offences by minors have fallen by 33 %. */
export function offendingResult(at: Case): Verdict {
  const { halfYear, family } = at;
  if (halfYear === undefined) return 'not-met';
  const offences = new Source(family, 'offence');
  if (offences.isEmpty) return 'not-applicable';
  const before = offencesIn(at, offences, monthsBefore(at, halfYear));
  return hasFallen(before, offencesIn(at, offences, halfYear), 33);
}
