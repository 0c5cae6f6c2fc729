import type { AtLeast, Condition } from '../document/condition.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, type Bit } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { compileRange } from './ranges.ts';
import { FAMILY, type Judge, type Run, type View } from './run.ts';

/** Members who supply a condition's verdict; -1 for the family as a whole. */
type Suppliers = (run: Run, view: View, known: boolean) => Set<number>;

/** Whether a verdict gives known supply, or could give some. */
function supplies(bit: Bit | 0, known: boolean): boolean {
  return bit === MET || (!known && bit === UNKNOWN);
}

function together(compiler: Compiler, children: readonly Condition[]): Suppliers {
  const parts = children.map((child) => ({
    id: compiler.placeOf(child).id,
    of: compileSuppliers(compiler, child),
  }));
  return (run, view, known) => {
    const all = new Set<number>();
    for (const { id, of } of parts) {
      if (supplies(compiler.slots.read(run, id, view.member), known))
        for (const member of of(run, view, known)) all.add(member);
    }
    return all;
  };
}

function ofQuantifier(compiler: Compiler, condition: Extract<Condition, { some: unknown }>): Suppliers {
  const ranges = compileRange(compiler, condition.some);
  const { id } = compiler.placeOf(condition.satisfies);
  return (run, { looksFrom }, known) => {
    const holding = run.family.members.filter((member) => {
      const inRange = ranges(run, { looksFrom, member: member.index }, member);
      return supplies(inRange, known) && supplies(compiler.slots.read(run, id, member.index), known);
    });
    return new Set(holding.map(({ index }) => index));
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
  if (criterion === undefined) return (_run, { member }) => new Set([member]);
  const inner = compileSuppliers(compiler, criterion.when);
  const looksFrom = criterion.looksFrom ?? 'attachment';
  return (run, _view, known) => inner(run, { looksFrom, member: FAMILY }, known);
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

/** `atLeast n` in which no capped member may be what meets more than `atMost` of the conditions. */
export function compileCapped(
  compiler: Compiler,
  condition: AtLeast,
  cap: NonNullable<AtLeast['cap']>,
): Judge {
  const children = condition.of.map((child) => ({
    judge: compiler.judge(child),
    suppliers: compileSuppliers(compiler, child),
  }));
  const needed = compiler.parameters.number(condition.atLeast);
  const limit = compiler.parameters.number(cap.atMost);
  const capped = compileRange(compiler, cap.members);
  const capId = `${compiler.placeOf(condition).id}.cap`;
  return (run, view) => {
    const bits = children.map(({ judge }) => judge(run, view));
    const caps = run.family.members.map((member) => {
      const inRange = capped(run, { looksFrom: view.looksFrom, member: member.index }, member);
      run.recorder?.keepRange(capId, member.index, inRange);
      return inRange;
    });
    if (bits.every((bit) => bit === NOT_APPLICABLE)) return NOT_APPLICABLE;
    const enough = needed(run, view);
    const atMost = limit(run, view);
    if (enough === undefined || atMost === undefined) return UNKNOWN;
    const supply = (known: boolean) =>
      children.flatMap(({ suppliers }, at) =>
        supplies(bits[at] ?? 0, known) ? [suppliers(run, view, known)] : [],
      );
    const maybe = (member: number) => caps[member] !== undefined && caps[member] !== NOT_MET;
    const surely = (member: number) => caps[member] === MET;
    if (mostServed(supply(true), maybe, atMost) >= enough) return MET;
    const known = bits.some((bit) => bit === MET || bit === NOT_MET);
    return known && mostServed(supply(false), surely, atMost) < enough ? NOT_MET : UNKNOWN;
  };
}
