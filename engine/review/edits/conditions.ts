import type { AtLeast, Comparison, Condition, Members, Setting } from '../../document/condition.ts';
import { operators } from '../../decide/compare.ts';
import { agesShift, rolesShift, windowShift } from './facts.ts';
import { alike, held, numberShift, overDays, type Raw, type Sides } from './held.ts';
import { ordered, reversed, together, type Shift } from './shift.ts';

/** Whether a condition can be `not-applicable`. */
export type Doubt = (condition: Condition) => boolean;

/** Points on every side of two thresholds: if a comparison holds at all of them that another does, it always does. */
function probes(left: number, right: number): number[] {
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  return [low - 1, low, (low + high) / 2, high, high + 1];
}

function holds({ operator }: Pick<Comparison, 'operator'>, value: number, threshold: number): boolean {
  return operators[operator](Math.sign(value - threshold));
}

function thresholdShift(was: Comparison, now: Comparison, scale: readonly [number, number]) {
  return (left: Raw, right: Raw): Shift => {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      const at = [0, 1].map(
        (value) => [holds(was, value, Number(left)), holds(now, value, Number(right))] as const,
      );
      return covering(at);
    }
    if (typeof left !== 'number' || typeof right !== 'number') return 'open';
    const [before, after] = [left * scale[0], right * scale[1]];
    return covering(
      probes(before, after).map((value) => [holds(was, value, before), holds(now, value, after)]),
    );
  };
}

/** Up where whatever held before holds after. */
function covering(at: readonly (readonly [boolean, boolean])[]): Shift {
  return ordered(
    at.every(([before, after]) => !before || after),
    at.every(([before, after]) => before || !after),
  );
}

function comparisonShift(sides: Sides, was: Comparison, now: Comparison): Shift {
  if (was.fact !== now.fact) return 'open';
  const [before, after] = [held(sides.was, was.value), held(sides.now, now.value)];
  const scale = (unit: string | undefined) => (unit === 'weeks' ? 7 : 1);
  return overDays(before, after, thresholdShift(was, now, [scale(before.unit), scale(after.unit)]));
}

function settingHolds({ operator, value }: Setting, raw: Raw): boolean {
  if (typeof raw === 'number' && typeof value === 'number') return holds({ operator }, raw, value);
  return (raw === value) === (operator === 'equal');
}

function settingShift(sides: Sides, was: Setting, now: Setting): Shift {
  const [before, after] = [
    held(sides.was, { parameter: was.parameter }),
    held(sides.now, { parameter: now.parameter }),
  ];
  return overDays(before, after, (left, right) =>
    covering([[settingHolds(was, left), settingHolds(now, right)]]),
  );
}

function rangeShift(sides: Sides, was: Members, now: Members): Shift {
  const resident = (): Shift => {
    if (was.resident === now.resident) return 'same';
    if (was.resident === undefined) return 'down';
    return now.resident === undefined ? 'up' : 'open';
  };
  const schoolAge = (): Shift => {
    if (was.schoolAge === undefined) return now.schoolAge === undefined ? 'same' : 'down';
    return now.schoolAge === undefined ? 'up' : windowShift(sides, was.schoolAge, now.schoolAge);
  };
  return together([
    rolesShift(was.role, now.role),
    resident(),
    agesShift(sides, was.aged, now.aged),
    schoolAge(),
  ]);
}

function withoutWhere(members: Members): Members {
  return { ...members, where: undefined };
}

function atLeastShift(sides: Sides, was: AtLeast, now: AtLeast): Shift {
  const needed = reversed(numberShift(sides, was.atLeast, now.atLeast));
  const [before, after] = [was.cap, now.cap];
  if (before === undefined || after === undefined) {
    const cap: Shift = before === after ? 'same' : before === undefined ? 'down' : 'up';
    return together([needed, cap]);
  }
  const members = alike(sides, withoutWhere(before.members), withoutWhere(after.members));
  return together([needed, members ? numberShift(sides, before.atMost, after.atMost) : 'open']);
}

function quantifierShift(sides: Sides, was: Condition, now: Condition): Shift {
  if ('some' in was && 'some' in now) return rangeShift(sides, was.some, now.some);
  if ('every' in was && 'every' in now)
    return alike(sides, withoutWhere(was.every), withoutWhere(now.every)) ? 'same' : 'open';
  return 'open';
}

/** Of a place itself, whatever has happened to those below it. */
export function ownShift(
  sides: Sides,
  { was, now }: { readonly was: Condition; readonly now: Condition },
  doubt: Doubt,
): Shift {
  if ('fact' in was && 'fact' in now) return comparisonShift(sides, was, now);
  if ('condition' in was && 'condition' in now) return was.condition === now.condition ? 'same' : 'open';
  if ('parameter' in was && 'parameter' in now) return settingShift(sides, was, now);
  if ('all' in was && 'any' in now) return 'up';
  if ('any' in was && 'all' in now) return 'down';
  if (('all' in was && 'all' in now) || ('any' in was && 'any' in now) || ('not' in was && 'not' in now))
    return 'same';
  if ('atLeast' in was && 'atLeast' in now) return atLeastShift(sides, was, now);
  if (!('satisfies' in was && 'satisfies' in now)) return 'open';
  const shift = quantifierShift(sides, was, now);
  return shift === 'same' || !doubt(was.satisfies) ? shift : 'open';
}

/** What a group becomes when a condition is put among its own, or taken from among them: `rest` are the others. */
export function joiningShift(group: Condition, rest: readonly Condition[], doubt: Doubt): Shift {
  if (rest.every(doubt)) return 'open';
  if ('all' in group) return 'down';
  return 'any' in group || 'atLeast' in group ? 'up' : 'open';
}

/** Which way a comparison goes when what it compares goes up. */
export function risingShift({ operator, value }: Comparison, sides: Sides): Shift {
  if (operator.startsWith('greaterThan')) return 'up';
  if (operator.startsWith('lessThan')) return 'down';
  const given = held(sides.was, value);
  const asksYes = overDays(given, given, (raw) => {
    if (typeof raw !== 'boolean') return 'open';
    return raw === (operator === 'equal') ? 'up' : 'down';
  });
  return asksYes === 'same' ? 'open' : asksYes;
}
