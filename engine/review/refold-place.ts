import type { Compiler } from '../decide/compiler.ts';
import { type Fold, foldUncertain } from '../decide/conditions.ts';
import type { Days } from '../decide/parameters.ts';
import { keptRange } from '../decide/ranges.ts';
import { FAMILY, type View } from '../decide/run.ts';
import { asBit, type Traced } from '../decide/slots.ts';
import { cappedFold } from '../decide/supply.ts';
import type { AtLeast, Condition, Members } from '../document/condition.ts';
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

/** A kept trace that is being folded again: its bytes are read as they were, and left as they come to be. */
export interface Refolding extends Traced, Days {
  /** What a verdict of this id is taken to be. */
  readonly supposed: (id: string, bit: Bit) => Bit;
}

/** One place of a rule, folded again from what is below it; a comparison is what it was. */
export type Refold = (run: Refolding, view: View) => Bit;

function group(compiler: Compiler, children: readonly Condition[], fold: Fold): Refold {
  const below = children.map((child) => refoldPlace(compiler, child));
  return (run, view) => {
    let present: VerdictSet = 0;
    for (const refold of below) present |= refold(run, view);
    return fold(present);
  };
}

function counted(compiler: Compiler, condition: AtLeast): Refold {
  const below = condition.of.map((child) => refoldPlace(compiler, child));
  const needed = compiler.parameters.number(condition.atLeast);
  if (condition.cap !== undefined) {
    const where = condition.cap.members.where && refoldPlace(compiler, condition.cap.members.where);
    const fold = cappedFold(compiler, condition, condition.cap);
    return (run, view) => {
      for (const refold of below) refold(run, view);
      for (let member = 0; where !== undefined && member < run.family.members.length; member += 1)
        where(run, { ...view, member });
      return fold(run, view);
    };
  }
  return (run, view) => {
    const bits = below.map((refold) => refold(run, view));
    const count = (wanted: Bit) => bits.filter((bit) => bit === wanted).length;
    const live = bits.length - count(NOT_APPLICABLE);
    const enough = needed(run, view);
    if (enough === undefined) return live === 0 ? NOT_APPLICABLE : UNKNOWN;
    return atLeastOf(enough, { met: count(MET), unknown: count(UNKNOWN), live });
  };
}

interface Quantified {
  readonly id: string;
  readonly range: Members;
  readonly satisfies: Condition;
  readonly fold: Fold;
}

function quantifier(compiler: Compiler, { id, range, satisfies, fold }: Quantified): Refold {
  const where = range.where && refoldPlace(compiler, range.where);
  const inRange = keptRange(compiler, range, id);
  const below = refoldPlace(compiler, satisfies);
  return (run, { looksFrom }) => {
    let sure: VerdictSet = 0;
    let may: VerdictSet = 0;
    for (let member = 0; member < run.family.members.length; member += 1) {
      const view: View = { looksFrom, member };
      where?.(run, view);
      const ranges = inRange(run, member);
      if (ranges === NOT_MET) continue;
      const bit = below(run, view);
      if (ranges === MET) sure |= bit;
      else may |= bit;
    }
    return may === 0 ? fold(sure) : foldUncertain(fold, sure, may);
  };
}

function refoldKind(compiler: Compiler, condition: Condition, id: string): Refold {
  if ('all' in condition) return group(compiler, condition.all, allOf);
  if ('any' in condition) return group(compiler, condition.any, anyOf);
  if ('not' in condition) return group(compiler, [condition.not], (present) => negate(allOf(present)));
  if ('atLeast' in condition) return counted(compiler, condition);
  if ('satisfies' in condition) {
    const { satisfies } = condition;
    return 'some' in condition
      ? quantifier(compiler, { id, range: condition.some, satisfies, fold: someOf })
      : quantifier(compiler, { id, range: condition.every, satisfies, fold: allOf });
  }
  const { slots } = compiler;
  if ('condition' in condition)
    return (run) => asBit(slots.read(run, condition.condition, FAMILY)) || UNKNOWN;
  // because what was not judged, nobody having ranged, could have been anything
  return (run, { member }) => slots.read(run, id, member) || UNKNOWN;
}

/** Makes what folds a place again. What was not judged, because nobody stood in its range, stays so unless somebody does now. */
export function refoldPlace(compiler: Compiler, condition: Condition): Refold {
  const { id } = compiler.placeOf(condition);
  const slot = compiler.slots.slot(id);
  const leaf = 'fact' in condition || 'parameter' in condition;
  const refold = refoldKind(compiler, condition, id);
  return (run, view) => {
    const at = compiler.slots.index(slot, run, view.member);
    // because a range's `where` is judged of those alone who belong to the family on the day
    if (leaf && slot.quantified && run.bytes[at] === 0) return UNKNOWN;
    const bit = run.supposed(id, refold(run, view));
    run.bytes[at] = bit;
    return bit;
  };
}
