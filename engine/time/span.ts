import type { Day } from './civil-date.ts';

/** Days `[from, to)`: `from` is the first inside, `to` the first outside. Empty where `to <= from`. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export function overlap(left: Span, right: Span): Span {
  return { from: Math.max(left.from, right.from) as Day, to: Math.min(left.to, right.to) as Day };
}

export function isEmpty(span: Span): boolean {
  return span.to <= span.from;
}

/** The same days as ordered spans that neither overlap nor touch. */
export function union(spans: readonly Span[]): Span[] {
  const ordered = spans.filter((span) => !isEmpty(span)).sort((left, right) => left.from - right.from);
  const merged: Span[] = [];
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) as Day };
    } else merged.push(span);
  }
  return merged;
}

/** The days of `span` that are in none of `taken`, which is a union. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const other of taken) {
    if (other.to <= from) continue;
    if (other.from >= span.to) break;
    if (other.from > from) left.push({ from, to: other.from });
    from = other.to;
  }
  if (from < span.to) left.push({ from, to: span.to });
  return left;
}

/** Days in all of a union. */
export function totalDays(spans: readonly Span[]): number {
  return spans.reduce((days, span) => days + (span.to - span.from), 0);
}

/** Days in the longest of a union's spans; 0 where there is none. */
export function longestDays(spans: readonly Span[]): number {
  return spans.reduce((days, span) => Math.max(days, span.to - span.from), 0);
}
