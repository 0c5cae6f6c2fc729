import type * as z from 'zod';
import type { Anchor, relativeWindow, TimeWindow } from '../../engine/document/time-window.ts';
import { addMonths, FIRST_DAY, type Day, type Span } from './days.ts';
import { everUnknown } from './knowledge.ts';
import { numberOf, yesNoOf } from './parameters.ts';
import type { Look, Settled } from './question.ts';
import { answerWhere, seenRecords, type Answer } from './records.ts';
import { lastTerms } from './terms.ts';

/** A span of days, and the terms it is made of where it is a run of terms. */
export interface Window extends Span {
  readonly terms: readonly string[];
}

/** A day that the family may have; `not-met` where it surely has none. */
export function anchorDay(look: Look, anchor: Anchor): Day | Settled {
  if (anchor === 'attachedOn') return look.question.attachedOn ?? 'not-met';
  if (anchor === 'closedOn') return look.question.closedOn ?? 'not-met';
  const type = 'first' in anchor ? anchor.first : anchor.last;
  const answered = seenRecords(look, type).map((seen) => ({
    starts: seen.starts ?? FIRST_DAY,
    answer: answerWhere(look, seen.record, anchor.where),
  }));
  const startsOf = (wanted: Answer) =>
    answered.filter(({ answer }) => answer === wanted).map(({ starts }) => starts);
  const sure = startsOf('yes');
  const possible = [...startsOf('maybe'), ...everUnknown(look, type)];
  if (sure.length === 0) return possible.length === 0 ? 'not-met' : 'undetermined';
  const found = 'first' in anchor ? Math.min(...sure) : Math.max(...sure);
  const another = possible.some((day) => ('first' in anchor ? day < found : day > found));
  return another ? 'undetermined' : found;
}

type Relative = z.infer<typeof relativeWindow>;
type After = Extract<TimeWindow, { after: unknown }>;

/** How far back a relative window reaches. */
export function lengthOf(window: Relative): {
  count: Parameters<typeof numberOf>[1];
  unit: 'days' | 'months';
  times: number;
} {
  if ('lastDays' in window) return { count: window.lastDays, unit: 'days', times: 1 };
  if ('lastWeeks' in window) return { count: window.lastWeeks, unit: 'days', times: 7 };
  if ('lastMonths' in window) return { count: window.lastMonths, unit: 'months', times: 1 };
  return { count: window.lastYears, unit: 'months', times: 12 };
}

/** A day moved by days or by months; months by one offset, never chained. */
export function moved(look: Look, day: Day, by: { count: number; unit: 'days' | 'months' }): Day {
  return by.unit === 'days' ? day + by.count : addMonths(day, by.count, look.question.ruleset.monthEnd);
}

const days = (opens: Day, closes: Day): Window => ({ opens, closes, terms: [] });

function relative(look: Look, window: Relative): Window | Settled {
  const { count, unit, times } = lengthOf(window);
  const length = numberOf(look, count);
  const includes = yesNoOf(look, window.includes);
  const includesFirst = yesNoOf(look, window.includesFirst ?? true);
  if (length === undefined || includes === undefined || includesFirst === undefined) return 'no-value';
  const opens = moved(look, look.lookedFrom, { count: -length * times, unit });
  return days(includesFirst ? opens : opens + 1, includes ? look.lookedFrom + 1 : look.lookedFrom);
}

function ofTerms(look: Look, window: Extract<TimeWindow, { lastTerms: unknown }>): Window | Settled {
  const count = numberOf(look, window.lastTerms);
  const partTerm = yesNoOf(look, window.partTerm ?? false);
  if (count === undefined || partTerm === undefined) return 'no-value';
  const terms = lastTerms(look.question.calendar, look.lookedFrom, { count, partTerm });
  if (terms === 'unknown') return 'undetermined';
  const newest = terms.at(0)?.closes ?? look.lookedFrom;
  const opens = terms.at(-1)?.opens ?? look.lookedFrom;
  return { opens, closes: Math.min(newest, look.lookedFrom + 1), terms: terms.map(({ id }) => id) };
}

/** The length that follows an anchor; `not-met` until it has wholly passed. */
function following(look: Look, window: After): Window | Settled {
  const from = anchorDay(look, window.after);
  if (typeof from === 'string') return from;
  const [count, unit, times] =
    'months' in window
      ? ([window.months, 'months', 1] as const)
      : 'weeks' in window
        ? ([window.weeks, 'days', 7] as const)
        : ([window.days, 'days', 1] as const);
  const length = numberOf(look, count);
  if (length === undefined) return 'no-value';
  const to = moved(look, from, { count: length * times, unit });
  return to > look.lookedFrom ? 'not-met' : days(from, to);
}

function upToLookedFrom(look: Look, from: Day | Settled, includes: boolean | undefined): Window | Settled {
  if (typeof from === 'string') return from;
  return includes === undefined ? 'no-value' : days(from, includes ? look.lookedFrom + 1 : look.lookedFrom);
}

export function monthsBefore(
  look: Look,
  anchor: Anchor,
  months: Parameters<typeof numberOf>[1],
): Window | Settled {
  const to = anchorDay(look, anchor);
  if (typeof to === 'string') return to;
  const count = numberOf(look, months);
  return count === undefined ? 'no-value' : days(moved(look, to, { count: -count, unit: 'months' }), to);
}

function thatDay(look: Look, anchor: Anchor | 'lookedFrom'): Window | Settled {
  const day = anchor === 'lookedFrom' ? look.lookedFrom : anchorDay(look, anchor);
  return typeof day === 'string' ? day : days(day, day + 1);
}

function unguarded(look: Look, window: TimeWindow): Window | Settled {
  if ('since' in window)
    return upToLookedFrom(look, anchorDay(look, window.since), yesNoOf(look, window.includes));
  if ('after' in window) return following(look, window);
  if ('before' in window) return monthsBefore(look, window.before, window.months);
  if ('on' in window) return thatDay(look, window.on);
  if ('ever' in window) return upToLookedFrom(look, FIRST_DAY, yesNoOf(look, window.includes));
  return 'lastTerms' in window ? ofTerms(look, window) : relative(look, window);
}

/** The days of a window; `not-met` where the test is too early or has no anchor, whatever the records say. */
export function windowOf(look: Look, window: TimeWindow): Window | Settled {
  const found = unguarded(look, window);
  if (!('notBefore' in window) || window.notBefore === undefined) return found;
  const guard = anchorDay(look, window.notBefore);
  if (guard === 'not-met' || found === 'not-met') return 'not-met';
  if (typeof guard === 'string') return guard;
  if (typeof found === 'string') return found;
  return found.opens < guard ? 'not-met' : found;
}
