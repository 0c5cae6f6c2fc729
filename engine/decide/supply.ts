import type { AtLeast, Condition } from '../document/condition.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import type { Days } from './parameters.ts';
import { compileRange, keptRange } from './ranges.ts';
import { FAMILY, type Judge, type View } from './run.ts';
import type { Traced } from './slots.ts';

/** Members who supply a condition's verdict, by the bytes it left; -1 for the family as a whole. */
type Suppliers = (run: Traced, member: number, known: boolean) => Set<number>;

/** Whether a verdict gives known supply, or could give some. */
function supplies(bit: Bit | 0, known: boolean): boolean {
  return bit === MET || (!known && bit === UNKNOWN);
}

function together(compiler: Compiler, children: readonly Condition[]): Suppliers {
  const parts = children.map((child) => ({
    id: compiler.placeOf(child).id,
    of: compileSuppliers(compiler, child),
  }));
  return (run, member, known) => {
    const all = new Set<number>();
    for (const { id, of } of parts) {
      if (supplies(compiler.slots.read(run, id, member), known))
        for (const supplier of of(run, member, known)) all.add(supplier);
    }
    return all;
  };
}

function ofQuantifier(compiler: Compiler, condition: Extract<Condition, { some: unknown }>): Suppliers {
  const ranges = keptRange(compiler, condition.some, compiler.placeOf(condition).id);
  const { id } = compiler.placeOf(condition.satisfies);
  return (run, _member, known) => {
    const holding = new Set<number>();
    for (let at = 0; at < run.family.members.length; at += 1) {
      if (supplies(ranges(run, at), known) && supplies(compiler.slots.read(run, id, at), known))
        holding.add(at);
    }
    return holding;
  };
}

/** Who supplies a condition that is, or may be, met: engine/adr/0001. */
function compileSuppliers(compiler: Compiler, condition: Condition): Suppliers {
  if ('all' in condition) return together(compiler, condition.all);
  if ('any' in condition) return together(compiler, condition.any);
  if ('atLeast' in condition) return together(compiler, condition.of);
  if ('some' in condition) return ofQuantifier(compiler, condition);
  const criterion =
    'condition' in condition
      ? compiler.ruleset.criteria.find(({ id }) => id === condition.condition)
      : undefined;
  if (criterion === undefined) return (_run, member) => new Set([member]);
  const inner = compileSuppliers(compiler, criterion.when);
  return (run, _member, known) => inner(run, FAMILY, known);
}

/** The most of these conditions that can each be given a supplier, when a limited member can serve `atMost` of them. */
function mostServed(
  wanted: readonly ReadonlySet<number>[],
  limited: (member: number) => boolean,
  atMost: number,
): number {
  const free = wanted.filter((suppliers) => [...suppliers].some((member) => !limited(member)));
  const bound = wanted.filter((suppliers) => suppliers.size > 0 && !free.includes(suppliers));
  const serving = new Map<number, number[]>();
  const place = (condition: number, tried: Set<number>): boolean => {
    for (const member of bound[condition] ?? []) {
      if (tried.has(member)) continue;
      tried.add(member);
      const served = serving.get(member) ?? [];
      if (served.length < atMost) {
        serving.set(member, [...served, condition]);
        return true;
      }
      const moved = served.find((other) => place(other, tried));
      if (moved === undefined) continue;
      serving.set(member, [...(serving.get(member) ?? []).filter((other) => other !== moved), condition]);
      return true;
    }
    return false;
  };
  return free.length + bound.filter((_, at) => place(at, new Set())).length;
}

type Cap = NonNullable<AtLeast['cap']>;

function capIdOf(compiler: Compiler, condition: AtLeast): string {
  return `${compiler.placeOf(condition).id}.cap`;
}

/**
 * Folds an `atLeast n` in which no capped member may be what meets more than `atMost` of the conditions, from the bytes
 * that those conditions and the cap's range left.
 */
export function cappedFold(
  compiler: Compiler,
  condition: AtLeast,
  cap: Cap,
): (run: Traced & Days, view: View) => Bit {
  const { slots, parameters } = compiler;
  const children = condition.of.map((child) => ({
    id: compiler.placeOf(child).id,
    suppliers: compileSuppliers(compiler, child),
  }));
  const needed = parameters.number(condition.atLeast);
  const limit = parameters.number(cap.atMost);
  const capped = keptRange(compiler, cap.members, capIdOf(compiler, condition));
  return (run, view) => {
    const bits = children.map(({ id }) => slots.read(run, id, view.member));
    if (bits.every((bit) => bit === NOT_APPLICABLE)) return NOT_APPLICABLE;
    const enough = needed(run, view);
    const atMost = limit(run, view);
    if (enough === undefined || atMost === undefined) return UNKNOWN;
    const supply = (known: boolean) =>
      children.flatMap(({ suppliers }, at) =>
        supplies(bits[at] ?? 0, known) ? [suppliers(run, view.member, known)] : [],
      );
    const maybe = (member: number) => member >= 0 && capped(run, member) !== NOT_MET;
    const surely = (member: number) => member >= 0 && capped(run, member) === MET;
    if (mostServed(supply(true), maybe, atMost) >= enough) return MET;
    const known = bits.some((bit) => bit === MET || bit === NOT_MET);
    return known && mostServed(supply(false), surely, atMost) < enough ? NOT_MET : UNKNOWN;
  };
}

/** Judges the conditions and the range of a capped `atLeast`, and folds what they left. */
export function compileCapped(compiler: Compiler, condition: AtLeast, cap: Cap): Judge {
  const judges = condition.of.map((child) => compiler.judge(child));
  const capId = capIdOf(compiler, condition);
  const capped = compileRange(compiler, cap.members, capId);
  const fold = cappedFold(compiler, condition, cap);
  return (run, view) => {
    for (const judge of judges) judge(run, view);
    for (const member of run.family.members) {
      const inRange = capped(run, { looksFrom: view.looksFrom, member: member.index }, member);
      run.recorder?.keepRange(capId, member.index, inRange);
    }
    return fold(run, view);
  };
}
