import type { Calendar } from '../document/calendar.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { readCalendar } from './document.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { checkSources } from './sources.ts';

type Term = Calendar['terms'][number];
type Span = Pick<Term, 'from' | 'to'>;

function backwards({ from, to }: Span, pointer: string): Finding[] {
  if (to > from) return [];
  const message = `${quote(to)} is the first day outside, and not after ${quote(from)}`;
  return [finding('to-not-after-from', `${pointer}/to`, { message })];
}

function halfTerm({ halfTerm: half, from, to }: Term, pointer: string): Finding[] {
  if (half === undefined) return [];
  const place = `${pointer}/halfTerm`;
  const found = backwards(half, place);
  if (half.from >= from && half.to <= to) return found;
  const message = `the half-term is not within its term, from ${quote(from)} until ${quote(to)}`;
  return [...found, finding('half-term-outside', place, { message })];
}

const seasons = ['autumn', 'spring', 'summer'];

/** The year in which the academic year of `2012-13/autumn` begins, and the term's place in it from 0. */
function partsOf(id: string): { year: number; season: number } {
  return { year: Number(id.slice(0, 4)), season: seasons.indexOf(id.slice(8)) };
}

function dayIn(year: number, monthAndDay: string): string {
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

/** An academic year runs from 1 September, but its first term may begin in August. */
function academicYear({ id, from, to }: Term, pointer: string): Finding[] {
  const { year } = partsOf(id);
  if (Number(id.slice(5, 7)) !== (year + 1) % 100) {
    const message = `${quote(id.slice(0, 7))} is not an academic year, which ends in the year after it began`;
    return [finding('academic-year', `${pointer}/id`, { message })];
  }
  if (from >= dayIn(year, '08-01') && from < dayIn(year + 1, '08-01') && to <= dayIn(year + 1, '09-01'))
    return [];
  const message = `from ${quote(from)} until ${quote(to)} is not in the academic year of ${quote(id)}`;
  return [finding('academic-year', pointer, { message })];
}

function follows(term: Term, before: Term | undefined, pointer: string): Finding[] {
  if (before === undefined || before.id === term.id) return [];
  const rank = ({ id }: Term): number => partsOf(id).year * seasons.length + partsOf(id).season;
  if (rank(term) < rank(before) || term.from <= before.from) {
    const message = `${quote(term.id)} is listed after ${quote(before.id)}, which is later by its name or its days`;
    return [finding('terms-out-of-order', pointer, { message })];
  }
  if (term.from >= before.to) return [];
  const message = `${quote(term.id)} begins on ${quote(term.from)}, before ${quote(before.id)} has ended`;
  return [finding('terms-overlap', `${pointer}/from`, { message })];
}

function doubled({ terms }: Calendar): Finding[] {
  const seen = new Set<string>();
  return terms.flatMap(({ id }, at) => {
    const again = seen.has(id);
    seen.add(id);
    if (!again) return [];
    return [
      finding('duplicate-id', `/terms/${at}/id`, { message: `${quote(id)} is already the id of a term` }),
    ];
  });
}

/** A calendar in which the last terms before a day can be found, or everything wrong with it. Never throws. */
export function checkCalendar(document: unknown): Result<Calendar, Diagnostic[]> {
  const read = readCalendar(document);
  if (!read.ok) return read;
  const calendar = read.value;
  const ofTerms = calendar.terms.flatMap((term, at) => {
    const pointer = `/terms/${at}`;
    return [
      ...backwards(term, pointer),
      ...halfTerm(term, pointer),
      ...academicYear(term, pointer),
      ...follows(term, calendar.terms[at - 1], pointer),
    ];
  });
  const findings = inOrder([...doubled(calendar), ...ofTerms, ...checkSources(calendar, calendar.sources)]);
  return findings.length > 0 ? err(findings) : ok(calendar);
}
