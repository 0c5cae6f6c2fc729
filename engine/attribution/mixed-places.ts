import type { Condition } from '../document/condition.ts';
import { idOf, placesOf, type Owner, type Place } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Chosen, NumberOf } from './numbered.ts';

/** Where a condition stands below the one above it: one of several, or the only one of its name. */
type Slot = 'one' | 'not' | 'satisfies' | 'where' | 'when' | 'appliesWhen';

interface Standing extends Place {
  readonly slot: Slot;
}

/** A condition of either version, and the edits by which it comes, goes, moves and changes. */
export interface MixedPlace {
  readonly id: string;
  readonly was: Standing | undefined;
  readonly now: Standing | undefined;
  readonly changed: number | undefined;
  readonly moved: number | undefined;
  /** That of the topmost thing that came or went with it. */
  readonly came: number | undefined;
}

function slotOf(pointer: string): Slot {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1);
  switch (last) {
    case 'not':
    case 'satisfies':
    case 'where':
    case 'when':
    case 'appliesWhen':
      return last;
    default:
      return 'one';
  }
}

function standingIn(ruleset: Ruleset): ReadonlyMap<string, Standing> {
  return new Map(placesOf(ruleset).map((place) => [place.id, { ...place, slot: slotOf(place.pointer) }]));
}

type Came = 'added' | 'removed';

function itemNumber({ kind, id }: Owner, came: Came, numberOf: NumberOf): number | undefined {
  const whole = kind === 'part' ? numberOf(came, 'outcome', id.split('.')[0] ?? id) : undefined;
  return whole ?? numberOf(came, kind, id);
}

/** The edit that a place of one version alone came or went by: its own, that of a place above it, or its owner's. */
function cameBy(
  place: Standing,
  sides: { readonly mine: ReadonlyMap<string, Standing>; readonly other: ReadonlyMap<string, Standing> },
  numbers: { readonly came: Came; readonly numberOf: NumberOf },
): number | undefined {
  const { came, numberOf } = numbers;
  let top = place;
  for (
    let above = sides.mine.get(top.parent);
    above !== undefined && !sides.other.has(above.id);
    above = sides.mine.get(top.parent)
  )
    top = above;
  return numberOf(came, 'condition', top.id) ?? itemNumber(top.owner, came, numberOf);
}

/** One that is in another rule because the place above it is moves with that. */
function movedFrom(was: Standing | undefined, now: Standing | undefined): boolean {
  return was?.parent !== now?.parent || was?.slot !== now?.slot;
}

/** Every condition of two versions, by its id. */
export function mixedPlaces(was: Ruleset, now: Ruleset, numberOf: NumberOf): ReadonlyMap<string, MixedPlace> {
  const [before, after] = [standingIn(was), standingIn(now)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  const placeOf = (id: string): MixedPlace => {
    const [left, right] = [before.get(id), after.get(id)];
    const only = right === undefined ? left : left === undefined ? right : undefined;
    const sides = right === undefined ? { mine: before, other: after } : { mine: after, other: before };
    const came = right === undefined ? 'removed' : 'added';
    return {
      id,
      was: left,
      now: right,
      // because a place that moved has one edit, whatever else of it has changed
      changed: numberOf('changed', 'condition', id) ?? numberOf('moved', 'condition', id),
      moved: movedFrom(left, right) ? numberOf('moved', 'condition', id) : undefined,
      came: only === undefined ? undefined : cameBy(only, sides, { came, numberOf }),
    };
  };
  return new Map([...ids].map((id) => [id, placeOf(id)]));
}

/** Where a place stands in a mix; undefined where it is not there. */
export function standsAt({ was, now, moved, came }: MixedPlace, chosen: Chosen): Standing | undefined {
  if (was !== undefined && now !== undefined) return moved !== undefined && chosen.has(moved) ? now : was;
  const gone = came !== undefined && chosen.has(came);
  return was === undefined ? (gone ? now : undefined) : gone ? undefined : was;
}

export function saysIn({ was, now, changed }: MixedPlace, chosen: Chosen): Condition | undefined {
  const place = was === undefined || (now !== undefined && changed !== undefined && chosen.has(changed));
  return (place ? now : was)?.condition;
}

/** What stands below a condition of a mix. */
export interface Below {
  readonly one: readonly Condition[];
  readonly not?: Condition;
  readonly satisfies?: Condition;
  readonly where?: Condition;
}

function onlyHas(below: Below, keys: readonly (keyof Below)[]): boolean {
  return (Object.keys(below) as (keyof Below)[]).every(
    (key) => keys.includes(key) || (key === 'one' && below.one.length === 0),
  );
}

/** The condition with these below it; undefined where they do not fit it. */
export function withBelow(condition: Condition, below: Below): Condition | undefined {
  const { one, not, satisfies, where } = below;
  if ('all' in condition || 'any' in condition) {
    if (one.length === 0 || !onlyHas(below, ['one'])) return undefined;
    return 'all' in condition ? { ...condition, all: [...one] } : { ...condition, any: [...one] };
  }
  if ('not' in condition)
    return not === undefined || !onlyHas(below, ['not']) ? undefined : { ...condition, not };
  if ('atLeast' in condition) {
    const { cap } = condition;
    if (one.length === 0 || !onlyHas(below, cap === undefined ? ['one'] : ['one', 'where'])) return undefined;
    const capped = cap === undefined ? {} : { cap: { ...cap, members: { ...cap.members, where } } };
    return { ...condition, of: [...one], ...capped };
  }
  if ('satisfies' in condition) {
    if (satisfies === undefined || !onlyHas(below, ['satisfies', 'where'])) return undefined;
    return 'some' in condition
      ? { ...condition, some: { ...condition.some, where }, satisfies }
      : { ...condition, every: { ...condition.every, where }, satisfies };
  }
  return onlyHas(below, []) ? condition : undefined;
}

/** The id that a condition without one of its own would get where it stands. */
export function derivedId(
  condition: Condition,
  parent: { readonly id: string; readonly slot: Slot },
): string {
  if (parent.slot === 'when') return `${parent.id}.when`;
  if (parent.slot === 'appliesWhen') return `${parent.id}.applies-when`;
  return idOf({ ...condition, id: undefined }, parent.id);
}
