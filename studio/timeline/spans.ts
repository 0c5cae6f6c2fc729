import { type CheckedRuleset, parseDay } from '../engine.ts';
import { type FamilyDocument, textIn } from '../family/family-document.ts';

/** Days counted from 1970-01-01; `to` is the first outside, and infinite for what goes on. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const dayNumber = (text: unknown): number | undefined =>
  typeof text === 'string' ? parseDay(text) : undefined;

const dayLength = 86_400_000;

export const dayOfNumber = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10);

export type Terms = ReadonlyMap<string, Span>;

/** When each term of a calendar is; the fallback’s where none is named. */
export function termsOf({ calendars }: CheckedRuleset, id: string | undefined): Terms {
  const calendar = calendars.find((one) => one.id === id) ?? calendars[0];
  return new Map(
    (calendar?.terms ?? []).flatMap((term): [string, Span][] => {
      const [from, to] = [dayNumber(term.from), dayNumber(term.to)];
      return from === undefined || to === undefined ? [] : [[term.id, { from, to }]];
    }),
  );
}

/** When a record, or a span of coverage, is; nothing where it says no day that there is. */
export function spanOf({ on, from, to, term }: FamilyDocument, terms: Terms): Span | undefined {
  if (term !== undefined) return terms.get(textIn(term));
  const first = dayNumber(on ?? from);
  if (first === undefined) return undefined;
  if (on !== undefined) return { from: first, to: first + 1 };
  const end = to === null ? Infinity : dayNumber(to);
  return end === undefined ? undefined : { from: first, to: end };
}

/** What of a span lies outside all of these. */
export function outside(whole: Span, spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let at = whole.from;
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, whole.to) });
    at = Math.max(at, to);
    if (at >= whole.to) break;
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to });
  return gaps;
}
