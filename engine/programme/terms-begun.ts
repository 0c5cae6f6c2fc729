import { seen } from '../decide/known.ts';
import type { Run } from '../decide/run.ts';
import { dayOf, type Day } from '../time/civil-date.ts';
import { isEmpty, overlap, type Span } from '../time/span.ts';
import { academicYear, seasons, termId, type TermCalendar } from '../time/term.ts';

/** School terms that begin within a span, as far as the calendar says. */
export interface TermsBegun {
  readonly listed: readonly string[];
  /** Terms that the calendar lacks and that may begin within the span, each with the days on which it may. */
  readonly lacking: ReadonlyMap<string, Span>;
}

/** The days on which a term that a calendar lacks may begin: of its academic year, between the terms that are listed. */
function mayBegin({ terms }: TermCalendar, year: number, at: number): Span {
  const own = seasons.map((season) => terms.get(termId(year, season)));
  const before = own.slice(0, at).flatMap((term) => term?.to ?? []);
  const after = own.slice(at + 1).flatMap((term) => term?.from ?? []);
  return {
    from: Math.max(dayOf(year, 9, 1), ...before) as Day,
    to: Math.min(dayOf(year + 1, 9, 1), ...after) as Day,
  };
}

/** Terms that begin within a span and by the day the run sees as today. */
export function termsBegun(run: Run, span: Span): TermsBegun {
  const visible = overlap(span, seen(run));
  const lacking = new Map<string, Span>();
  if (isEmpty(visible)) return { listed: [], lacking };
  const listed = [...run.calendar.terms.values()]
    .filter(({ from }) => visible.from <= from && from < visible.to)
    .map(({ id }) => id);
  const last = academicYear((visible.to - 1) as Day);
  for (let year = academicYear(visible.from); year <= last; year += 1) {
    for (const [at, season] of seasons.entries()) {
      const id = termId(year, season);
      const days = overlap(mayBegin(run.calendar, year, at), visible);
      if (!run.calendar.terms.has(id) && !isEmpty(days)) lacking.set(id, days);
    }
  }
  return { listed, lacking };
}
