import type { Fact } from '../../document/fact.ts';
import type { NumberValue } from '../../document/parameter.ts';
import type { RelativeWindow, TimeWindow } from '../../document/time-window.ts';
import type { FieldTest, Where } from '../../document/where.ts';
import { alike, held, kindsShift, numberShift, overDays, type Sides, type Value } from './held.ts';
import { ordered, reversed, together, type Shift } from './shift.ts';

const unitDays: Readonly<Record<string, readonly [string, number]>> = {
  lastDays: ['days', 1],
  lastWeeks: ['days', 7],
  lastMonths: ['months', 1],
  lastYears: ['months', 12],
};

function lengthOf(window: RelativeWindow): readonly [NumberValue, string, number] {
  const [key, count] =
    'lastDays' in window
      ? (['lastDays', window.lastDays] as const)
      : 'lastWeeks' in window
        ? (['lastWeeks', window.lastWeeks] as const)
        : 'lastMonths' in window
          ? (['lastMonths', window.lastMonths] as const)
          : (['lastYears', window.lastYears] as const);
  const [unit = '', by = 1] = unitDays[key] ?? [];
  return [count, unit, by];
}

function isRelative(window: TimeWindow): window is RelativeWindow {
  return 'lastDays' in window || 'lastWeeks' in window || 'lastMonths' in window || 'lastYears' in window;
}

function relativeShift(sides: Sides, was: RelativeWindow, now: RelativeWindow): Shift {
  const [before, unit, by] = lengthOf(was);
  const [after, otherUnit, otherBy] = lengthOf(now);
  if (unit !== otherUnit) return 'open';
  const longer = overDays(held(sides.was, before), held(sides.now, after), (left, right) => {
    if (typeof left !== 'number' || typeof right !== 'number') return 'open';
    return ordered(right * otherBy >= left * by, right * otherBy <= left * by);
  });
  return together([
    longer,
    numberShift(sides, was.includes, now.includes),
    numberShift(sides, was.includesFirst ?? true, now.includesFirst ?? true),
  ]);
}

/** Up where every day in the window before is in it after. One that waits for an anchor can only be the same. */
export function windowShift(sides: Sides, was: TimeWindow, now: TimeWindow): Shift {
  if (alike(sides, was, now)) return 'same';
  if ('notBefore' in was || 'notBefore' in now) return 'open';
  if (isRelative(was) && isRelative(now)) return relativeShift(sides, was, now);
  if ('lastTerms' in was && 'lastTerms' in now) {
    const partTerm = alike(sides, was.partTerm ?? false, now.partTerm ?? false);
    return partTerm ? numberShift(sides, was.lastTerms, now.lastTerms) : 'open';
  }
  if ('before' in was && 'before' in now && alike(sides, was.before, now.before))
    return numberShift(sides, was.months, now.months);
  if ('since' in was && 'since' in now && alike(sides, was.since, now.since))
    return numberShift(sides, was.includes, now.includes);
  if ('ever' in was && 'ever' in now) return numberShift(sides, was.includes, now.includes);
  return 'open';
}

type Kinds = Extract<FieldTest, string | readonly string[] | { parameter: string }>;

function negative(test: FieldTest): Value | undefined {
  return typeof test === 'object' && test !== null && 'not' in test ? test.not : undefined;
}

function positive(test: FieldTest): Kinds | undefined {
  if (test === null || typeof test === 'boolean' || negative(test) !== undefined) return undefined;
  return typeof test === 'object' && 'not' in test ? undefined : test;
}

function testShift(sides: Sides, was: FieldTest | undefined, now: FieldTest | undefined): Shift {
  if (was === undefined) return now === undefined ? 'same' : 'down';
  if (now === undefined) return 'up';
  const [before, after] = [positive(was), positive(now)];
  if (before !== undefined && after !== undefined) return kindsShift(sides, before, after);
  const [without, alsoWithout] = [negative(was), negative(now)];
  if (without !== undefined && alsoWithout !== undefined)
    return reversed(kindsShift(sides, without, alsoWithout));
  return was === now ? 'same' : 'open';
}

function whereShift(sides: Sides, was: Where = {}, now: Where = {}): Shift {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return together(fields.map((field) => testShift(sides, was[field], now[field])));
}

interface Ages {
  readonly from?: NumberValue | undefined;
  readonly below?: NumberValue | undefined;
}

/** Of something that may be absent, where absent asks for nothing. */
function optionalShift<T>(was: T | undefined, now: T | undefined, compare: (was: T, now: T) => Shift): Shift {
  if (was === undefined) return now === undefined ? 'same' : 'down';
  return now === undefined ? 'up' : compare(was, now);
}

/** Up where nobody is too young or too old who was not before. */
export function agesShift(sides: Sides, was: Ages | undefined, now: Ages | undefined): Shift {
  return together([
    optionalShift(was?.from, now?.from, (left, right) => reversed(numberShift(sides, left, right))),
    optionalShift(was?.below, now?.below, (left, right) => numberShift(sides, left, right)),
  ]);
}

export function rolesShift(was: Value | undefined, now: Value | undefined): Shift {
  return optionalShift(was, now, (left, right) => kindsShift({ was: {}, now: {} }, left, right));
}

type Counting = Extract<Fact, { count: string } | { exists: string } | { length: object }>;

function isCounting(fact: Fact): fact is Counting {
  return 'count' in fact || 'exists' in fact || 'length' in fact;
}

function countingShift(sides: Sides, was: Counting, now: Counting): Shift {
  const of = (fact: Counting) => {
    if ('length' in fact) return [fact.length.of, fact.length.measure];
    return 'count' in fact ? [fact.count, 'count'] : [fact.exists, 'exists'];
  };
  if (!alike(sides, [of(was), was.each], [of(now), now.each])) return 'open';
  const aged = optionalShift(was.aged, now.aged, (left, right) =>
    alike(sides, left.on, right.on) ? agesShift(sides, left, right) : 'open',
  );
  return together([
    whereShift(sides, was.where, now.where),
    aged,
    rolesShift(was.by?.role, now.by?.role),
    windowShift(sides, was.window, now.window),
  ]);
}

/** Up where a fact's measure is never less than it was: only of counts, existences and lengths is anything said. */
export function factShift(sides: Sides, was: Fact, now: Fact): Shift {
  if (alike(sides, was, now)) return 'same';
  return isCounting(was) && isCounting(now) ? countingShift(sides, was, now) : 'open';
}
