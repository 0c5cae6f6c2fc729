import type { Comparison, Condition, Members, Setting } from '../document/condition.ts';
import {
  allOf,
  anyOf,
  atLeastOf,
  MET,
  negate,
  NOT_APPLICABLE,
  NOT_MET,
  someOf,
  UNKNOWN,
  type Bit,
  type VerdictSet,
} from '../verdict.ts';
import { compare } from './compare.ts';
import type { Compiler } from './compiler.ts';
import { unitOf, type FactUnit } from './facts.ts';
import type { Fraction, Threshold } from './measured.ts';
import { compileRange } from './ranges.ts';
import type { Judge, View } from './run.ts';
import { asBit } from './slots.ts';
import { compileCapped } from './supply.ts';

export type Fold = (present: VerdictSet) => Bit;

function compileGroup(compiler: Compiler, children: readonly Condition[], fold: Fold): Judge {
  const judges = children.map((child) => compiler.judge(child));
  return (run, view) => {
    let present: VerdictSet = 0;
    for (const judge of judges) present |= judge(run, view);
    return fold(present);
  };
}

function compileAtLeast(compiler: Compiler, condition: Extract<Condition, { atLeast: unknown }>): Judge {
  if (condition.cap !== undefined) return compileCapped(compiler, condition, condition.cap);
  const judges = condition.of.map((child) => compiler.judge(child));
  const needed = compiler.parameters.number(condition.atLeast);
  return (run, view) => {
    let met = 0;
    let unknown = 0;
    let live = 0;
    for (const judge of judges) {
      const bit = judge(run, view);
      if (bit === MET) met += 1;
      if (bit === UNKNOWN) unknown += 1;
      if (bit !== NOT_APPLICABLE) live += 1;
    }
    const enough = needed(run, view);
    if (enough === undefined) return live === 0 ? NOT_APPLICABLE : UNKNOWN;
    return atLeastOf(enough, { met, unknown, live });
  };
}

/** Whether every way of counting in or out the members who may range gives one verdict; if not, each counts as unknown. */
export function foldUncertain(fold: Fold, sure: VerdictSet, may: VerdictSet): Bit {
  let outcomes: VerdictSet = 0;
  for (let subset = 0; subset <= 15; subset += 1) {
    if ((subset & ~may) === 0) outcomes |= fold(sure | subset);
  }
  const settled = asBit(outcomes);
  return settled === 0 ? fold(sure | UNKNOWN) : settled;
}

function compileQuantifier(
  compiler: Compiler,
  parts: { id: string; range: Members; satisfies: Condition; fold: Fold },
): Judge {
  const { id, fold } = parts;
  const ranges = compileRange(compiler, parts.range, id);
  const satisfies = compiler.judge(parts.satisfies);
  return (run, { looksFrom }) => {
    let sure: VerdictSet = 0;
    let may: VerdictSet = 0;
    for (const member of run.family.members) {
      const own: View = { looksFrom, member: member.index };
      const inRange = ranges(run, own, member);
      run.recorder?.keepRange(id, member.index, inRange);
      if (inRange === NOT_MET) continue;
      const bit = satisfies(run, own);
      if (inRange === MET) sure |= bit;
      else may |= bit;
    }
    return may === 0 ? fold(sure) : foldUncertain(fold, sure, may);
  };
}

/** What a threshold is as an exact fraction of the fact's own unit. */
function scale(unit: FactUnit, parameterUnit: string | undefined): (threshold: Threshold) => Fraction {
  const scaled = ({ value }: Threshold): Fraction => {
    if (typeof value !== 'number') return { part: value === true ? 1 : 0, of: 1 };
    if (unit === 'hundredths') return { part: Math.round(value * 100), of: 10_000 };
    return { part: unit === 'days' && parameterUnit === 'weeks' ? value * 7 : value, of: 1 };
  };
  let last: { readonly threshold: Threshold; readonly fraction: Fraction } | undefined;
  return (threshold) => {
    if (last?.threshold !== threshold) last = { threshold, fraction: scaled(threshold) };
    return last.fraction;
  };
}

function compileComparison(compiler: Compiler, condition: Comparison, id: string): Judge {
  const fact = compiler.ruleset.facts[condition.fact];
  if (fact === undefined) throw new Error(`invariant: no fact ${condition.fact} in a checked ruleset`);
  const measure = compiler.fact(condition.fact);
  const read = compiler.parameters.threshold(condition.value);
  const named =
    typeof condition.value === 'object' ? compiler.ruleset.parameters[condition.value.parameter] : undefined;
  const asFraction = scale(unitOf(fact), named?.unit);
  return (run, view) => {
    const measured = measure(run, view);
    const threshold = read(run, view);
    const bit = compare(measured, condition.operator, threshold && asFraction(threshold));
    run.recorder?.keep(id, view.member, { bit, measured, threshold });
    return bit;
  };
}

function compileSetting(compiler: Compiler, condition: Setting, id: string): Judge {
  const read = compiler.parameters.threshold({ parameter: condition.parameter });
  const { value, operator } = condition;
  return (run, view) => {
    const threshold = read(run, view);
    const bit = threshold === undefined ? UNKNOWN : settingVerdict(threshold.value, operator, value);
    run.recorder?.keep(id, view.member, { bit, measured: undefined, threshold });
    return bit;
  };
}

function settingVerdict(
  held: Threshold['value'],
  operator: Setting['operator'],
  asked: Setting['value'],
): Bit {
  if (typeof held === 'number' && typeof asked === 'number') {
    const value: Fraction = { part: held, of: 1 };
    return compare({ settled: 0, least: value, most: value }, operator, { part: asked, of: 1 });
  }
  return (held === asked) === (operator === 'equal') ? MET : NOT_MET;
}

function compileReference(compiler: Compiler, id: string): Judge {
  const slot = compiler.slots.slot(id);
  return (run) => {
    const bit = asBit(run.bytes[slot.at] ?? 0);
    if (bit === 0) throw new Error(`invariant: ${id} is judged before what refers to it`);
    return bit;
  };
}

function compileKind(compiler: Compiler, condition: Condition, id: string): Judge {
  if ('all' in condition) return compileGroup(compiler, condition.all, allOf);
  if ('any' in condition) return compileGroup(compiler, condition.any, anyOf);
  if ('not' in condition) return compileGroup(compiler, [condition.not], (present) => negate(allOf(present)));
  if ('atLeast' in condition) return compileAtLeast(compiler, condition);
  if ('some' in condition) {
    return compileQuantifier(compiler, {
      id,
      range: condition.some,
      satisfies: condition.satisfies,
      fold: someOf,
    });
  }
  if ('every' in condition) {
    return compileQuantifier(compiler, {
      id,
      range: condition.every,
      satisfies: condition.satisfies,
      fold: allOf,
    });
  }
  if ('condition' in condition) return compileReference(compiler, condition.condition);
  return 'fact' in condition
    ? compileComparison(compiler, condition, id)
    : compileSetting(compiler, condition, id);
}

/** One place of a rule as a closure that judges it and keeps its verdict. */
export function compileJudge(compiler: Compiler, condition: Condition): Judge {
  const { id } = compiler.placeOf(condition);
  const slot = compiler.slots.slot(id);
  const judge = compileKind(compiler, condition, id);
  if (!slot.quantified)
    return (run, view) => {
      const bit = judge(run, view);
      run.bytes[slot.at] = bit;
      return bit;
    };
  return (run, view) => {
    const bit = judge(run, view);
    run.bytes[compiler.slots.index(slot, run, view.member)] = bit;
    return bit;
  };
}
