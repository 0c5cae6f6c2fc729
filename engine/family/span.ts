import { quote } from '../quote.ts';
import { addDays, type Day } from '../time/civil-date.ts';
import { ONGOING } from './family.ts';
import type { Reading } from './reading.ts';
import { readDay, type JsonObject } from './value.ts';

/** `[from, to)`. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Stands in for a day that is wrong and reported: no family is made of it. */
export const noDay = 0 as Day;

/** What a missing `to` should have said. */
export const toMustBeSaid: ReadonlyMap<string, string> = new Map([
  ['to', ': the first day outside, or null while it lasts'],
]);

/** The one day of an event, from its `on`. */
export function readEvent(object: JsonObject, reading: Reading): Span {
  const on = readDay(object['on'], 'on', reading);
  return on === undefined ? { from: noDay, to: noDay } : { from: on, to: addDays(on, 1) };
}

/** From `from` to `to`, the first day outside; null for what lasts. */
export function readSpan(object: JsonObject, reading: Reading): Span {
  const given = object['to'];
  const from = readDay(object['from'], 'from', reading);
  const to = given === null ? ONGOING : readDay(given, 'to', reading);
  if (from !== undefined && to !== undefined && to <= from) {
    const message = `\`to\` is ${quote(String(given))}, but it is the first day outside: it must come after \`from\``;
    reading.report('to', { code: 'to-not-after-from', message });
  }
  return { from: from ?? noDay, to: to ?? noDay };
}
