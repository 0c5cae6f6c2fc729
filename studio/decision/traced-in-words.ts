import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import type { TracedNode } from '../decide/news.ts';
import { type FamilyDocument, isObject, textIn, valueAt } from '../family/family-document.ts';
import { termInWords } from './in-words.ts';

type Value = NonNullable<TracedNode['value']>;
type Side = Value['least'];
/** What was found at a place, and what is asked for there. */
type Measured = Pick<TracedNode, 'operator' | 'threshold' | 'value'>;

const percent = (hundredths: number) => `${hundredths / 100}%`;
const plural = (amount: number, one: string) => `${amount} ${amount === 1 ? one : `${one}s`}`;

function amountInWords(unit: string, amount: number): string {
  if (unit === 'hundredths-of-percent') return percent(amount);
  if (unit === 'days') return plural(amount, 'day');
  return unit === 'years' ? plural(amount, 'year') : String(amount);
}

function sideInWords(unit: string, side: Side): string {
  if (side === null) return 'not bounded';
  if (typeof side === 'boolean') return side ? 'yes' : 'no';
  return amountInWords(unit, side);
}

/** What was found: one value, or from which to which it can be. */
export function valueInWords({ unit, least, most, leastFraction }: Value): string {
  if (least === most) {
    const exact = leastFraction === undefined ? '' : ` (${leastFraction[0]} of ${leastFraction[1]})`;
    return `${sideInWords(unit, least)}${least === null ? '' : exact}`;
  }
  if (typeof least === 'boolean') return 'yes or no: not known';
  if (most === null) return `${sideInWords(unit, least)} or more`;
  return `from ${sideInWords(unit, least)} to ${sideInWords(unit, most)}`;
}

const operators: Readonly<Record<string, string>> = {
  equal: '',
  notEqual: 'anything but ',
  lessThan: 'less than ',
  lessThanInclusive: 'at most ',
  greaterThan: 'more than ',
  greaterThanInclusive: 'at least ',
};

const scaled = (unit: string, threshold: number) =>
  unit === 'hundredths-of-percent' ? threshold * 100 : threshold;

/** What is asked for. */
export function thresholdInWords({ operator = 'equal', threshold, value }: Measured): string | undefined {
  if (threshold === undefined) return undefined;
  const unit = value?.unit ?? 'count';
  const asked =
    typeof threshold === 'number'
      ? amountInWords(unit, scaled(unit, threshold))
      : typeof threshold === 'boolean'
        ? sideInWords(unit, threshold)
        : threshold;
  return `${operators[operator] ?? ''}${asked}`;
}

/** How far what was found lies from what is asked for, where both are one number. */
export function gapInWords({ threshold, value }: Measured): string | undefined {
  if (typeof threshold !== 'number' || value === undefined) return undefined;
  const { unit, least, most } = value;
  if (typeof least !== 'number' || least !== most) return undefined;
  const gap = least - scaled(unit, threshold);
  if (gap === 0) return 'exactly at it';
  const points = unit === 'hundredths-of-percent';
  const amount = points ? `${Math.abs(gap) / 100} percentage points` : amountInWords(unit, Math.abs(gap));
  return `${amount} ${gap > 0 ? 'above' : 'below'}`;
}

/** The days or terms that were looked at. */
export function windowInWords({ opens, closes, terms }: NonNullable<TracedNode['window']>): string {
  const days =
    opens === null ? `up to ${lastDayInWords(closes)}` : `${dayInWords(opens)} to ${lastDayInWords(closes)}`;
  return terms === undefined ? days : `${terms.map(termInWords).join(', ')} (${days})`;
}

function whenInWords({ on, from, to, term }: FamilyDocument): string {
  if (term !== undefined) return ` in ${termInWords(textIn(term))}`;
  if (on !== undefined) return ` on ${dayInWords(textIn(on))}`;
  const end = to === null || to === undefined ? 'and goes on' : `to ${lastDayInWords(textIn(to))}`;
  return from === undefined ? '' : ` from ${dayInWords(textIn(from))} ${end}`;
}

/** Keys and positions from the top of a family to what a JSON Pointer names. */
export const pathOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A record of the family as a noun phrase, by its JSON Pointer; the pointer where it is not there to be read. */
export function recordInWords(
  pointer: string,
  family: FamilyDocument | undefined,
  labelOf: (type: string) => string,
): string {
  const path = pathOf(pointer);
  const record = valueAt(family, path);
  if (!isObject(record)) return pointer;
  const { member } = record;
  const whose = member === undefined ? '' : ` of ${textIn(member)}`;
  return `${labelOf(path[1] ?? '')}${whose}${whenInWords(record)}`;
}
