import type { CompiledRuleset } from '../decide/compile.ts';
import type { Compiler } from '../decide/compiler.ts';
import type { Days } from '../decide/parameters.ts';
import { FAMILY, type View } from '../decide/run.ts';
import { back, compileLength, type Length } from '../decide/windows.ts';
import type { Fact } from '../document/fact.ts';
import type { NumberValue } from '../document/parameter.ts';
import type { Anchor, RelativeWindow, TimeWindow } from '../document/time-window.ts';
import { addDays, addMonths, type Day } from '../time/civil-date.ts';

/** A day that a window begins on, which moves as the day moves that it is looked from. */
export interface MovingEdge {
  /** The record types whose days it may pass. */
  readonly types: ReadonlySet<string>;
  /** Where it is on a day; undefined where a parameter has no value. */
  readonly at: (days: Days) => Day | undefined;
}

/** A day that stands a length behind an anchor, and has an effect once it is reached. */
export interface FixedEdge {
  /** The record types that it may count from; attachment and closure apart. */
  readonly types: ReadonlySet<string>;
  readonly after: (anchor: Day, days: Days) => Day | undefined;
}

export interface Edges {
  readonly moving: readonly MovingEdge[];
  readonly fixed: readonly FixedEdge[];
  readonly drifts: Drift;
}

/**
 * Whether a measure grows or shrinks from day to day though no record begins or ends: a length does, `evenly`, by a day each
 * day; a fall between spans whose days are weighed does as months are long, and what is asked to be one length exactly is so in passing.
 */
export type Drift = 'not' | 'evenly' | 'unevenly';

const drifts: readonly Drift[] = ['not', 'evenly', 'unevenly'];

const view: View = { looksFrom: 'asOf', member: FAMILY };

const typesOf = (anchor: Anchor | undefined): string[] => {
  if (anchor === undefined || typeof anchor === 'string') return [];
  return ['first' in anchor ? anchor.first : anchor.last];
};

type Read = (days: Days) => Length | undefined;

function lengthOf(compiler: Compiler, value: NumberValue, unit: 'days' | 'weeks' | 'months'): Read {
  const read = compiler.parameters.number(value);
  return (days) => {
    const count = read(days, view);
    if (count === undefined) return undefined;
    return unit === 'months'
      ? { unit, count }
      : { unit: 'days', count: unit === 'weeks' ? count * 7 : count };
  };
}

function opening(compiler: Compiler, window: RelativeWindow): MovingEdge['at'] {
  const length = compileLength(compiler, window);
  return (days) => {
    const long = length(days, view);
    return long && back(compiler, days.asOf, long);
  };
}

/** Where the span before a window begins, which ends where the window opens. */
function before(compiler: Compiler, window: RelativeWindow, length: Read): MovingEdge['at'] {
  const own = compileLength(compiler, window);
  return (days) => {
    const [long, earlier] = [own(days, view), length(days)];
    if (long === undefined || earlier === undefined) return undefined;
    return long.unit === earlier.unit
      ? back(compiler, days.asOf, { unit: long.unit, count: long.count + earlier.count })
      : back(compiler, back(compiler, days.asOf, long), earlier);
  };
}

function ofWindow(compiler: Compiler, type: string | undefined, window: TimeWindow): Edges {
  const own = type === undefined ? [] : [type];
  if ('after' in window) {
    const length =
      'days' in window
        ? lengthOf(compiler, window.days, 'days')
        : 'weeks' in window
          ? lengthOf(compiler, window.weeks, 'weeks')
          : lengthOf(compiler, window.months, 'months');
    const after: FixedEdge['after'] = (anchor, days) => {
      const long = length(days);
      if (long === undefined) return undefined;
      return long.unit === 'days'
        ? addDays(anchor, long.count)
        : addMonths(anchor, long.count, compiler.monthEnd);
    };
    return { moving: [], fixed: [{ types: new Set(typesOf(window.after)), after }], drifts: 'not' };
  }
  if (!('lastDays' in window || 'lastWeeks' in window || 'lastMonths' in window || 'lastYears' in window))
    return { moving: [], fixed: [], drifts: 'not' };
  const types = new Set([...own, ...typesOf(window.notBefore)]);
  return { moving: [{ types, at: opening(compiler, window) }], fixed: [], drifts: 'not' };
}

function ofReduction(compiler: Compiler, fact: Extract<Fact, { reduction: string }>): Edges {
  const { baseline, window } = fact;
  const whole = ofWindow(compiler, fact.reduction, window);
  const types = new Set([fact.reduction, ...typesOf(window.notBefore)]);
  const own = 'lastMonths' in window || 'lastYears' in window ? 'months' : 'days';
  if ('before' in baseline) return { ...whole, drifts: own === 'months' ? 'not' : 'unevenly' };
  const [length, unit] =
    'months' in baseline
      ? [lengthOf(compiler, baseline.months, 'months'), 'months']
      : 'weeks' in baseline
        ? [lengthOf(compiler, baseline.weeks, 'weeks'), 'days']
        : [lengthOf(compiler, baseline.days, 'days'), 'days'];
  const earlier = { types, at: before(compiler, window, length) };
  return { ...whole, moving: [...whole.moving, earlier], drifts: unit === own ? 'not' : 'unevenly' };
}

function ofFact(compiler: Compiler, fact: Fact): Edges {
  if ('reduction' in fact) return ofReduction(compiler, fact);
  if ('count' in fact) return ofWindow(compiler, fact.count, fact.window);
  if ('exists' in fact) return ofWindow(compiler, fact.exists, fact.window);
  if ('length' in fact) return { ...ofWindow(compiler, fact.length.of, fact.window), drifts: 'evenly' };
  return { moving: [], fixed: [], drifts: 'not' };
}

/** Whether a length is asked to be one number of days, or not to be it. */
function asksForOneLength({ compiler, ruleset }: CompiledRuleset): boolean {
  return compiler.slots.places.some(
    ({ condition }) =>
      'fact' in condition &&
      /qual$/.test(condition.operator) &&
      'length' in (ruleset.facts[condition.fact] ?? {}),
  );
}

function foundIn(compiled: CompiledRuleset): Edges {
  const { compiler, ruleset } = compiled;
  const all = Object.values(ruleset.facts).map((fact) => ofFact(compiler, fact));
  const most = asksForOneLength(compiled)
    ? 'unevenly'
    : drifts.findLast((one) => all.some((it) => it.drifts === one));
  return {
    moving: all.flatMap(({ moving }) => moving),
    fixed: all.flatMap(({ fixed }) => fixed),
    drifts: most ?? 'not',
  };
}

const known = new WeakMap<CompiledRuleset, Edges>();

/** Every day that the windows of a ruleset make of the day looked from, and of the days on a family; found once for each ruleset. */
export function edgesOf(compiled: CompiledRuleset): Edges {
  const edges = known.get(compiled) ?? foundIn(compiled);
  known.set(compiled, edges);
  return edges;
}
