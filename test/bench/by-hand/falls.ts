import { addMonths } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import { addOffences, whileMinor, type Counts } from './offences.ts';
import { happenedIn, Source, type Case } from './records.ts';

/** The 6 months before a day and the 6 before those. */
interface HalfYears {
  readonly now: Span;
  readonly before: Span;
}

/** Undefined until 6 months have passed since the family joined. */
function halfYears({ asOf, attachedOn }: Case): HalfYears | undefined {
  const from = addMonths(asOf, -6, 'clamp');
  if (attachedOn === null || from < attachedOn) return undefined;
  return { now: { from, to: asOf }, before: { from: addMonths(asOf, -12, 'clamp'), to: from } };
}

/** Whether every fall that two counts allow is at least so many per cent; no fall from nothing to nothing applies. */
function hasFallen(before: Counts, now: Counts, percent: number): Verdict {
  const stays = before.least === 0 && now.least === 0;
  const rises = before.least === 0 && now.most > 0;
  if (before.most === 0) {
    if (stays && rises) return 'unknown';
    return stays ? 'not-applicable' : 'not-met';
  }
  const least = Math.max(before.least, 1);
  const always = (least - now.most) * 100 >= percent * least;
  const ever = (before.most - now.least) * 100 >= percent * before.most;
  if (always && !stays && !rises) return 'met';
  return ever || stays ? 'unknown' : 'not-met';
}

function incidentsIn({ family }: Case, source: Source, span: Span): Counts {
  let count = 0;
  for (const record of source.records) if (happenedIn(record, family.members, span)) count += 1;
  return { least: count, most: source.lacksOfFamily(span) ? Infinity : count };
}

/** Incidents of anti-social behaviour have fallen by 60 %. */
export function asbResult(at: Case): Verdict {
  const days = halfYears(at);
  if (days === undefined) return 'not-met';
  const incidents = new Source(at.family, 'asb-incident');
  if (incidents.isEmpty) return 'not-applicable';
  return hasFallen(incidentsIn(at, incidents, days.before), incidentsIn(at, incidents, days.now), 60);
}

function offencesIn({ family }: Case, offences: Source, span: Span): Counts {
  const counts = { least: 0, most: 0 };
  for (const member of family.members)
    addOffences(counts, offences, { member, span: whileMinor(member, span) });
  return counts;
}

/** Proven offences by minors have fallen by 33 %. */
export function offendingResult(at: Case): Verdict {
  const days = halfYears(at);
  if (days === undefined) return 'not-met';
  const offences = new Source(at.family, 'offence');
  if (offences.isEmpty) return 'not-applicable';
  return hasFallen(offencesIn(at, offences, days.before), offencesIn(at, offences, days.now), 33);
}
