import { placesOf, type Place } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Bit } from '../verdict.ts';
import type { Run } from './run.ts';

/** The id under which eligibility's own verdict is kept. */
export const ELIGIBILITY = 'eligibility';

/**
 * Where each verdict is kept in the compact trace: one byte for each criterion, outcome, part, route, payment,
 * eligibility and place; inside a quantifier one for each member, in the family's order.
 */
export class Slots {
  readonly places: readonly Place[];
  /** Ids judged once for a family, in the order of their slots. */
  readonly single: readonly string[];
  /** Ids judged once for each member a quantifier ranges over. */
  readonly perMember: readonly string[];
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
    this.singles = new Map(this.single.map((id, at) => [id, at]));
    this.members = new Map(this.perMember.map((id, at) => [id, at]));
  }

  /** Bytes needed for a family of so many members. */
  size(members: number): number {
    return this.single.length + this.perMember.length * members;
  }

  /** Where a place's verdict is kept: its slot, and how far apart members' are. */
  slot(id: string): { readonly at: number; readonly quantified: boolean } {
    const alone = this.singles.get(id);
    if (alone !== undefined) return { at: alone, quantified: false };
    const inner = this.members.get(id);
    if (inner === undefined) throw new Error(`invariant: no place ${id} in a compiled ruleset`);
    return { at: inner, quantified: true };
  }

  index(slot: { readonly at: number; readonly quantified: boolean }, run: Run, member: number): number {
    return slot.quantified ? this.single.length + slot.at * run.family.members.length + member : slot.at;
  }

  /** The kept verdict; 0 where a member was not judged. */
  read(run: Run, id: string, member: number): Bit | 0 {
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
