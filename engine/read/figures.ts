import { formatDay, partsOf, type Day } from '../time/civil-date.ts';
import { BEFORE_ALL } from '../family/family.ts';
import { UNBOUNDED, type Fraction, type MeasuredWindow } from '../decide/measured.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2 September 2013`. */
export function dayInWords(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${months[month - 1] ?? formatDay(day)} ${year}`;
}

/** Both ends inside: `from 1 October 2011 to 30 September 2012`. */
export function spanInWords(span: MeasuredWindow['span']): string {
  const last = (span.to - 1) as Day;
  if (span.from <= BEFORE_ALL) return `up to ${dayInWords(last)}`;
  return span.from === last
    ? `on ${dayInWords(last)}`
    : `from ${dayInWords(span.from)} to ${dayInWords(last)}`;
}

/** `2012-13/autumn` as `autumn term 2012/13`. */
export function termInWords(id: string): string {
  const [year = '', season = ''] = id.split('/');
  return `${season} term ${year.replace('-', '/')}`;
}

/** `the 3 terms from spring term 2012/13 to autumn term 2013/14`. */
function termsInWords(terms: readonly string[]): string {
  const [first, ...rest] = terms.map(termInWords);
  const last = rest.at(-1);
  if (first === undefined) return 'no term';
  return last === undefined ? first : `the ${terms.length} terms from ${first} to ${last}`;
}

/** What `inTermsWords` asks, as it was found, with a space before it. */
export function inTermsInWords({ terms = [] }: MeasuredWindow): string {
  return ` in ${terms.length === 1 ? '' : 'any of '}${termsInWords(terms)}`;
}

/** When a fact was found, with a space before it, as `windowWords` says when it is asked. */
export function windowInWords({ span, terms }: MeasuredWindow): string {
  return terms === undefined ? ` ${spanInWords(span)}` : ` over ${termsInWords(terms)}`;
}

/** At most two decimals; for reading only, nothing is decided by it. */
export function percentInWords({ part, of }: Fraction): string {
  return `${Number(((100 * part) / of).toFixed(2))}%`;
}

export function poundsInWords(pence: number): string {
  const pounds = Math.floor(pence / 100).toLocaleString('en-GB');
  return pence % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(pence % 100).padStart(2, '0')}`;
}

/** A range of whole numbers: `3`, `2 or more`, `2 to 4`. */
export function rangeInWords(least: number, most: number): string {
  if (least === most) return String(least);
  return most >= UNBOUNDED ? `${least} or more` : `${least} to ${most}`;
}

export function listInWords(items: readonly string[], joiner = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`;
}
