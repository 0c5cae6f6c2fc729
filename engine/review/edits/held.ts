import type { Parameter, ParameterReference } from '../../document/parameter.ts';
import { ordered, together, type Shift } from './shift.ts';

export type Raw = NonNullable<Parameter['value']>;

/** What a value is on each day: `from` is the first day, '' where it always was. */
interface Piece {
  readonly from: string;
  /** First day outside. */
  readonly to?: string | undefined;
  readonly value: Raw;
}

export interface Held {
  readonly pieces: readonly Piece[];
  /** Whose day it goes by; undefined where it is the same on every day. */
  readonly by: string | undefined;
  readonly unit: string | undefined;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The parameters before and after a change. */
export interface Sides {
  readonly was: Parameters;
  readonly now: Parameters;
}

export type Value = Raw | readonly string[] | ParameterReference;

function isReference(value: Value): value is ParameterReference {
  return typeof value === 'object' && 'parameter' in value;
}

/** What a written value or a parameter holds; of a parameter that is not there, nothing. */
export function held(parameters: Parameters, value: Value): Held {
  if (!isReference(value)) {
    const written = typeof value === 'object' ? [...value] : value;
    return { pieces: [{ from: '', value: written }], by: undefined, unit: undefined };
  }
  const parameter = parameters[value.parameter];
  const whole = parameter?.value;
  if (parameter !== undefined && whole !== undefined)
    return { pieces: [{ from: '', value: whole }], by: undefined, unit: parameter.unit };
  return {
    pieces: parameter?.values ?? [],
    by: parameter?.by ?? 'lookedFrom',
    unit: parameter?.unit,
  };
}

function on({ pieces }: Held, day: string): Raw | undefined {
  const piece = pieces.findLast(({ from }) => from <= day);
  return piece?.to !== undefined && day >= piece.to ? undefined : piece?.value;
}

/** A comparison that holds on every day; `open` where a value is in force on one side only. */
export function overDays(was: Held, now: Held, compare: (was: Raw, now: Raw) => Shift): Shift {
  if (was.by !== undefined && now.by !== undefined && was.by !== now.by) return 'open';
  const days = [was, now].flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to ?? from]));
  const shifts = [...new Set(['', ...days])].map((day): Shift => {
    const [before, after] = [on(was, day), on(now, day)];
    if (before === undefined || after === undefined) return before === after ? 'same' : 'open';
    return compare(before, after);
  });
  return together(shifts);
}

function larger(was: Raw, now: Raw): Shift {
  if (Array.isArray(was) || Array.isArray(now)) return 'open';
  return typeof was === typeof now ? ordered(now >= was, now <= was) : 'open';
}

/** Up where a number, an amount, a day or a yes is never less than it was. */
export function numberShift(sides: Sides, was: Value, now: Value): Shift {
  return overDays(held(sides.was, was), held(sides.now, now), larger);
}

function wider(was: Raw, now: Raw): Shift {
  const [before, after] = [[was].flat(), [now].flat()];
  return ordered(
    before.every((kind) => after.includes(kind)),
    after.every((kind) => before.includes(kind)),
  );
}

/** Up where a list of kinds has lost none. */
export function kindsShift(sides: Sides, was: Value, now: Value): Shift {
  return overDays(held(sides.was, was), held(sides.now, now), wider);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function referenceIn(value: unknown): ParameterReference | undefined {
  if (!isObject(value) || typeof value.parameter !== 'string') return undefined;
  return Object.keys(value).length === 1 ? { parameter: value.parameter } : undefined;
}

const words = ['label', 'source', 'note'];

/** Whether two pieces of a document say the same on every day, whatever their labels and sources. */
export function alike(sides: Sides, was: unknown, now: unknown): boolean {
  const [before, after] = [referenceIn(was), referenceIn(now)];
  if (before !== undefined || after !== undefined) {
    const given = (reference: ParameterReference | undefined, raw: unknown) => reference ?? raw;
    const [left, right] = [given(before, was), given(after, now)];
    if (!isValue(left) || !isValue(right)) return false;
    return kindsShift(sides, left, right) === 'same';
  }
  if (!isObject(was) || !isObject(now)) return was === now;
  const keys = (value: Readonly<Record<string, unknown>>) =>
    Object.keys(value).filter(
      (key) => value[key] !== undefined && (Array.isArray(value) || !words.includes(key)),
    );
  const [left, right] = [keys(was), keys(now)];
  return left.length === right.length && left.every((key) => alike(sides, was[key], now[key]));
}

function isValue(value: unknown): value is Value {
  if (isObject(value)) return referenceIn(value) !== undefined || Array.isArray(value);
  return value !== undefined && value !== null;
}
