import type { Condition } from '../document/condition.ts';
import type { Owner } from '../document/places.ts';
import { derivedId, saysIn, standsAt, withBelow, type Below, type MixedPlace } from './mixed-places.ts';
import type { Chosen } from './numbered.ts';
import { Unmixable } from './unmixable.ts';

/** Rebuilds the conditions of one rule of a mix. Throws `Unmixable` where the edits leave a hole. */
export type Tree = (
  owner: Owner,
  chosen: Chosen,
) => { readonly when: Condition | undefined; readonly appliesWhen: Condition | undefined };

type Places = ReadonlyMap<string, MixedPlace>;

function grouped(places: Places, keysOf: (place: MixedPlace) => (string | undefined)[]) {
  const groups = new Map<string, MixedPlace[]>();
  for (const place of places.values())
    for (const key of new Set(keysOf(place)))
      if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), place]);
  return groups;
}

interface Given {
  readonly places: Places;
  /** Whether a rule is in a mix. */
  readonly isThere: (owner: Owner, chosen: Chosen) => boolean;
}

/** Whether the places above lead up to a rule that is there. */
function isRooted({ places, isThere }: Given, place: MixedPlace, chosen: Chosen): boolean {
  const seen = new Set<string>();
  let at: MixedPlace | undefined = place;
  while (at !== undefined) {
    if (seen.has(at.id)) return false;
    seen.add(at.id);
    const stands = standsAt(at, chosen);
    if (stands === undefined) return false;
    if (stands.slot === 'when' || stands.slot === 'appliesWhen') return isThere(stands.owner, chosen);
    at = places.get(stands.parent);
  }
  return false;
}

const ownerKey = ({ kind, id }: Owner) => `${kind} ${id}`;

export function treeOf(given: Given): Tree {
  const { places } = given;
  const byParent = grouped(places, ({ was, now }) => [was?.parent, now?.parent]);
  const moving = grouped(
    new Map([...places].filter(([, { moved }]) => moved !== undefined)),
    ({ was, now }) => [was && ownerKey(was.owner), now && ownerKey(now.owner)],
  );
  const standingIn = (parent: string, chosen: Chosen) =>
    (byParent.get(parent) ?? []).flatMap((place) => {
      const stands = standsAt(place, chosen);
      return stands?.parent === parent ? [{ place, slot: stands.slot }] : [];
    });
  const built = (place: MixedPlace, parent: Parameters<typeof derivedId>[1], chosen: Chosen): Condition => {
    const says = saysIn(place, chosen);
    if (says === undefined) throw new Error('invariant: a condition that stands somewhere says something');
    const one: Condition[] = [];
    const only: { -readonly [Key in Exclude<keyof Below, 'one'>]?: Condition } = {};
    for (const { place: child, slot } of standingIn(place.id, chosen)) {
      const condition = built(child, { id: place.id, slot }, chosen);
      if (slot === 'one') one.push(condition);
      else if (slot === 'when' || slot === 'appliesWhen' || slot in only) throw new Unmixable();
      else only[slot] = condition;
    }
    const whole = withBelow(says, { one, ...only });
    if (whole === undefined) throw new Unmixable();
    return { ...whole, id: derivedId(whole, parent) === place.id ? undefined : place.id };
  };
  return (owner, chosen) => {
    for (const place of moving.get(ownerKey(owner)) ?? [])
      if (place.moved !== undefined && chosen.has(place.moved) && !isRooted(given, place, chosen))
        throw new Unmixable();
    const tops = standingIn(owner.id, chosen).filter(({ place }) => {
      const stands = standsAt(place, chosen);
      return stands !== undefined && ownerKey(stands.owner) === ownerKey(owner);
    });
    const at = (slot: 'when' | 'appliesWhen') => {
      const [top, ...more] = tops.filter((one) => one.slot === slot);
      if (more.length > 0) throw new Unmixable();
      return top && built(top.place, { id: owner.id, slot }, chosen);
    };
    return { appliesWhen: at('appliesWhen'), when: at('when') };
  };
}
