import { placesOf, type Place } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Bit } from '../verdict.ts';

/** The id under which eligibility's own verdict is kept. */
export const ELIGIBILITY = 'eligibility';

/** A compact trace, and the family whose members it is of. */
export interface Traced {
  readonly bytes: Uint8Array;
  readonly family: { readonly members: readonly unknown[] };
}

/**
 * Where each verdict is kept in the compact trace: one byte for each criterion, outcome, part, route, payment,
 * eligibility and place; inside a quantifier one for each member, in the family's order. After them what a fold needs
 * beside verdicts: what each payment would be if its conditions were met, and whom each quantifier and cap ranges over,
 * its `where` aside.
 */
export class Slots {
  readonly places: readonly Place[];
  /** Ids judged once for a family, in the order of their slots. */
  readonly single: readonly string[];
  /** Ids judged once for each member a quantifier ranges over. */
  readonly perMember: readonly string[];
  /** Quantifiers by their id, caps by theirs and `.cap`: a byte for each member. */
  readonly ranges: readonly string[];
  private readonly payments: number;
  private readonly singles: ReadonlyMap<string, number>;
  private readonly members: ReadonlyMap<string, number>;

  constructor(ruleset: Ruleset) {
    this.places = placesOf(ruleset);
    const owners = [
      ...ruleset.criteria.map(({ id }) => id),
      ...ruleset.eligibility.routes.map(({ id }) => id),
      ELIGIBILITY,
      ...ruleset.outcomes.flatMap(({ id, parts }) => [
        id,
        ...(parts ?? []).map((part) => `${id}.${part.id}`),
      ]),
      ...ruleset.payments.map(({ id }) => id),
    ];
    const alone = this.places.filter(({ quantified }) => !quantified).map(({ id }) => id);
    this.single = [...owners, ...alone];
    this.perMember = this.places.filter(({ quantified }) => quantified).map(({ id }) => id);
    this.ranges = this.places.flatMap(({ condition, id }) => {
      if ('satisfies' in condition) return [id];
      return 'atLeast' in condition && condition.cap !== undefined ? [`${id}.cap`] : [];
    });
    this.payments = ruleset.payments.length;
    this.singles = new Map(this.single.map((id, at) => [id, at]));
    this.members = new Map(this.perMember.map((id, at) => [id, at]));
  }

  /** Bytes needed for a family of so many members. */
  size(members: number): number {
    return this.single.length + this.payments + (this.perMember.length + this.ranges.length) * members;
  }

  /** The members of a family that takes so many bytes; undefined where a trace of these rules never does. */
  membersIn(size: number): number | undefined {
    const each = this.perMember.length + this.ranges.length;
    const rest = size - this.single.length - this.payments;
    if (each === 0) return rest === 0 ? 0 : undefined;
    return rest < 0 || rest % each !== 0 ? undefined : rest / each;
  }

  /** Where it is kept what the payment at this place in the list would be if its conditions were met. */
  ifMet(payment: number, members: number): number {
    return this.single.length + this.perMember.length * members + payment;
  }

  /** Where it is kept whether a quantifier or a cap ranges over the first of so many members. */
  rangeIndex(id: string): (members: number) => number {
    const at = this.ranges.indexOf(id);
    if (at < 0) throw new Error(`invariant: no range ${id} in a compiled ruleset`);
    const before = this.single.length + this.payments;
    return (members) => before + (this.perMember.length + at) * members;
  }

  /** Where a place's verdict is kept: its slot, and how far apart members' are. */
  slot(id: string): { readonly at: number; readonly quantified: boolean } {
    const alone = this.singles.get(id);
    if (alone !== undefined) return { at: alone, quantified: false };
    const inner = this.members.get(id);
    if (inner === undefined) throw new Error(`invariant: no place ${id} in a compiled ruleset`);
    return { at: inner, quantified: true };
  }

  index(slot: { readonly at: number; readonly quantified: boolean }, run: Traced, member: number): number {
    return slot.quantified ? this.single.length + slot.at * run.family.members.length + member : slot.at;
  }

  /** The kept verdict; 0 where a member was not judged. */
  read(run: Traced, id: string, member: number): Bit | 0 {
    return asBit(run.bytes[this.index(this.slot(id), run, member)] ?? 0);
  }
}

export function asBit(byte: number): Bit | 0 {
  switch (byte) {
    case 1:
    case 2:
    case 4:
    case 8:
      return byte;
    default:
      return 0;
  }
}
