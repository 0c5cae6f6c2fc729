import type { Anchor, RelativeWindow, TimeWindow } from '../document/time-window.ts';
import { BEFORE_ALL, type FamilyRecord } from '../family/family.ts';
import { addDays, addMonths, type Day } from '../time/civil-date.ts';
import { isEmpty, type Span } from '../time/span.ts';
import { lastTerms } from '../time/term.ts';
import { MET, NOT_MET } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { inside, recordsOf, seen } from './known.ts';
import { compileGaps } from './needs.ts';
import type { Opened } from './opened.ts';
import type { Read } from './parameters.ts';
import { FAMILY, lookDay, type Run, type View } from './run.ts';
import { compileSelection } from './selection.ts';

export type OpenWindow = (run: Run, view: View) => Opened;

type Reached = { readonly kind: 'day'; readonly day: Day } | Exclude<Opened, { kind: 'open' }>;
export type ReachAnchor = (run: Run, view: View) => Reached;

const noValue: Opened = { kind: 'undetermined', code: 'no-parameter-value' };
/** How far ahead an earliest day is looked for. */
const SEARCH_DAYS = 1096;
/** The most days by which a month offset from two days can differ from the days between them. */
const MONTH_END_SLIP = 4;

function compileEvent(compiler: Compiler, anchor: Exclude<Anchor, string>): ReachAnchor {
  const first = 'first' in anchor;
  const recordType = first ? anchor.first : anchor.last;
  const passes = compileSelection(compiler, recordType, { where: anchor.where });
  const gaps = compileGaps(compiler, recordType, {});
  const better = (left: Day, right: Day) => (first ? left < right : left > right);
  return (run, view) => {
    let sure: Day | undefined;
    let may = false;
    const candidates = recordsOf(run, recordType).filter(
      (record) => (view.member === FAMILY || record.member === view.member) && begins(run, record),
    );
    for (const record of candidates) {
      if (passes(run, view, record) === MET && (sure === undefined || better(record.from, sure)))
        sure = record.from;
    }
    for (const record of candidates) {
      const bit = passes(run, view, record);
      may ||= bit !== MET && bit !== NOT_MET && (sure === undefined || better(record.from, sure));
    }
    const open: Span = first
      ? { ...seen(run), to: sure ?? seen(run).to }
      : { ...seen(run), from: ((sure ?? BEFORE_ALL - 1) + 1) as Day };
    if (may || gaps(run, view, open).length > 0) return { kind: 'undetermined', code: 'anchor-unknown' };
    return sure === undefined ? { kind: 'settled', code: 'no-anchor-event' } : { kind: 'day', day: sure };
  };
}

/** Whether a record begins on a day seen and within membership. */
function begins(run: Run, record: FamilyRecord): boolean {
  return !isEmpty(inside(run, record, { from: record.from, to: addDays(record.from, 1) }));
}

export function compileAnchor(compiler: Compiler, anchor: Anchor): ReachAnchor {
  if (typeof anchor !== 'string') return compileEvent(compiler, anchor);
  const code = anchor === 'attachedOn' ? 'not-attached' : 'not-closed';
  return (run) => {
    const day = run[anchor];
    return day === null ? { kind: 'settled', code } : { kind: 'day', day };
  };
}

/** How long a window is: so many of a unit. */
export interface Length {
  readonly unit: 'days' | 'months';
  readonly count: number;
}

export function back(compiler: Compiler, day: Day, length: Length): Day {
  return length.unit === 'days'
    ? addDays(day, -length.count)
    : addMonths(day, -length.count, compiler.monthEnd);
}

/** The length of a relative window, in days or months. */
export function compileLength(compiler: Compiler, window: RelativeWindow): Read<Length> {
  const { parameters } = compiler;
  const scaled =
    (value: Read<number>, unit: Length['unit'], by: number): Read<Length> =>
    (run, view) => {
      const count = value(run, view);
      return count === undefined ? undefined : { unit, count: count * by };
    };
  if ('lastDays' in window) return scaled(parameters.number(window.lastDays), 'days', 1);
  if ('lastWeeks' in window) return scaled(parameters.number(window.lastWeeks), 'days', 7);
  if ('lastMonths' in window) return scaled(parameters.number(window.lastMonths), 'months', 1);
  return scaled(parameters.number(window.lastYears), 'months', 12);
}

/** Opens at a day it might be looked from: what `notBefore` needs to find the first day on which it may. */
type OpensAt = (run: Run, view: View, day: Day) => Opened;

function compileRelative(compiler: Compiler, window: RelativeWindow): OpensAt {
  const length = compileLength(compiler, window);
  const includes = compiler.parameters.yesNo(window.includes);
  const includesFirst = compiler.parameters.yesNo(window.includesFirst ?? true);
  return (run, view, day) => {
    const long = length(run, view);
    const last = includes(run, view);
    const first = includesFirst(run, view);
    if (long === undefined || last === undefined || first === undefined) return noValue;
    const from = addDays(back(compiler, day, long), first ? 0 : 1);
    return { kind: 'open', span: { from, to: addDays(day, last ? 1 : 0) } };
  };
}

function compileTerms(compiler: Compiler, window: Extract<TimeWindow, { lastTerms: unknown }>): OpensAt {
  const wanted = compiler.parameters.number(window.lastTerms);
  const part = compiler.parameters.yesNo(window.partTerm ?? false);
  return (run, view, day) => {
    const count = wanted(run, view);
    const partTerm = part(run, view);
    if (count === undefined || partTerm === undefined) return noValue;
    const found = lastTerms(run.calendar, day, { count, partTerm });
    if (found.kind === 'lacking')
      return { kind: 'undetermined', code: 'calendar-lacks-term', lacking: found.terms };
    return { kind: 'open', span: { from: found.opens, to: found.closes }, terms: found.terms };
  };
}

/** Holds a window back until it opens on or after an anchor. */
function withholding(compiler: Compiler, opensAt: OpensAt, notBefore: Anchor | undefined): OpenWindow {
  if (notBefore === undefined) return (run, view) => opensAt(run, view, lookDay(run, view));
  const reach = compileAnchor(compiler, notBefore);
  const opensInTime = (opened: Opened, day: Day) => opened.kind === 'open' && opened.span.from >= day;
  return (run, view) => {
    const anchor = reach(run, view);
    if (anchor.kind !== 'day') return anchor;
    const look = lookDay(run, view);
    const opened = opensAt(run, view, look);
    if (opened.kind !== 'open' || opensInTime(opened, anchor.day)) return opened;
    if (run.recorder === undefined) return { kind: 'settled', code: 'too-early' };
    // because a window opens a day later each day, but for month ends; a run of terms moves by jumps
    const short = opened.terms === undefined ? anchor.day - opened.span.from - MONTH_END_SLIP : 1;
    let earliest: Day | undefined;
    for (let ahead = Math.max(1, short); ahead <= SEARCH_DAYS && earliest === undefined; ahead += 1) {
      const day = addDays(look, ahead);
      if (opensInTime(opensAt(run, view, day), anchor.day)) earliest = day;
    }
    return { kind: 'settled', code: 'too-early', earliest, span: opened.span };
  };
}

function anchored(reach: ReachAnchor, open: (run: Run, view: View, day: Day) => Opened): OpenWindow {
  return (run, view) => {
    const anchor = reach(run, view);
    return anchor.kind === 'day' ? open(run, view, anchor.day) : anchor;
  };
}

function compileAfter(compiler: Compiler, window: Extract<TimeWindow, { after: unknown }>): OpenWindow {
  const count = compiler.parameters.number(
    'days' in window ? window.days : 'weeks' in window ? window.weeks : window.months,
  );
  return anchored(compileAnchor(compiler, window.after), (run, view, from) => {
    const long = count(run, view);
    if (long === undefined) return noValue;
    const to =
      'months' in window
        ? addMonths(from, long, compiler.monthEnd)
        : addDays(from, 'weeks' in window ? long * 7 : long);
    if (to > lookDay(run, view))
      return { kind: 'settled', code: 'too-early', earliest: to, span: { from, to } };
    return { kind: 'open', span: { from, to } };
  });
}

/** Every form of window, compiled once; opened once a run for each day it is looked from, or for each member where that may differ. */
export function compileWindow(compiler: Compiler, window: TimeWindow): OpenWindow {
  const open = compileForm(compiler, window);
  const slot = compiler.windowSlot(window);
  if (slot === undefined) return open;
  const [fromAttachment, fromAsOf] = [slot * 2, slot * 2 + 1];
  return (run, view) => {
    const at = view.looksFrom === 'asOf' ? fromAsOf : fromAttachment;
    return (run.opened[at] ??= open(run, view));
  };
}

function compileForm(compiler: Compiler, window: TimeWindow): OpenWindow {
  if ('lastTerms' in window) return withholding(compiler, compileTerms(compiler, window), window.notBefore);
  if ('after' in window) return compileAfter(compiler, window);
  if ('before' in window) {
    const months = compiler.parameters.number(window.months);
    return anchored(compileAnchor(compiler, window.before), (run, view, to) => {
      const long = months(run, view);
      return long === undefined
        ? noValue
        : { kind: 'open', span: { from: addMonths(to, -long, compiler.monthEnd), to } };
    });
  }
  if ('on' in window) {
    const oneDay = (from: Day): Opened => ({ kind: 'open', span: { from, to: addDays(from, 1) } });
    if (window.on === 'lookedFrom') return (run, view) => oneDay(lookDay(run, view));
    return anchored(compileAnchor(compiler, window.on), (_run, _view, day) => oneDay(day));
  }
  if ('since' in window || 'ever' in window) {
    const includes = compiler.parameters.yesNo(window.includes);
    const until = (run: Run, view: View, from: Day): Opened => {
      const last = includes(run, view);
      return last === undefined
        ? noValue
        : { kind: 'open', span: { from, to: addDays(lookDay(run, view), last ? 1 : 0) } };
    };
    if ('ever' in window) return (run, view) => until(run, view, BEFORE_ALL);
    return anchored(compileAnchor(compiler, window.since), until);
  }
  return withholding(compiler, compileRelative(compiler, window), window.notBefore);
}
