import { givenFamily } from '../../engine.ts';
import {
  type FamilyDocument,
  isObject,
  type Path,
  pointerTo,
  valueAt,
} from '../../family/family-document.ts';
import { same } from '../value.ts';

/** What a case gives otherwise than the family that it uses: what stands at a pointer, and what is left out. */
export interface Otherwise {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
}

/** The family that a case gives; undefined where it changes a place that the family does not have. */
export function givenWith(family: FamilyDocument, { set, remove }: Otherwise): FamilyDocument | undefined {
  const file = { ruleset: '', version: '', families: { used: family }, cases: [] };
  const given = givenFamily(file, { use: 'used', set: { ...set }, remove: [...remove] });
  return given.ok && isObject(given.value) ? given.value : undefined;
}

/** The place of which it is said what stands there: what it is for a key, and the whole list for an entry that comes or goes. */
function placeSaid(path: Path, { before, next }: Change): Path {
  const above = path.slice(0, -1);
  if (above.length === 0) return path;
  const holder = valueAt(before, above);
  const replaced = valueAt(before, path) !== undefined && valueAt(next, path) !== undefined;
  return isObject(holder) || (Array.isArray(holder) && replaced)
    ? path
    : placeSaidAbove(above, { before, next });
}

/** Nothing is said of a place in what is not there: what holds it is said whole. */
function placeSaidAbove(path: Path, change: Change): Path {
  const above = path.slice(0, -1);
  return above.length === 0 || isObject(valueAt(change.before, above)) ? path : placeSaidAbove(above, change);
}

interface Change {
  readonly before: FamilyDocument;
  readonly next: FamilyDocument;
}

const isWithin = (pointer: string, around: string) => pointer === around || pointer.startsWith(`${around}/`);

/** Said of one place, in the stead of whatever was said of it and of what is in it. */
function saidOf(place: Path, { family, said, next }: Said): Otherwise {
  const pointer = pointerTo(place);
  const set = Object.fromEntries(Object.entries(said.set).filter(([one]) => !isWithin(one, pointer)));
  const remove = said.remove.filter((one) => !isWithin(one, pointer));
  const around = Object.keys(set).find((one) => isWithin(pointer, one));
  const value = valueAt(next, place);
  const is = valueAt(family, place);
  if (around !== undefined)
    return { set: { ...set, [around]: valueAt(next, around.slice(1).split('/')) }, remove };
  if (value === undefined) return { set, remove: is === undefined ? remove : [...remove, pointer] };
  return { set: same(value, is) ? set : { ...set, [pointer]: value }, remove };
}

interface Said {
  readonly family: FamilyDocument;
  readonly said: Otherwise;
  readonly next: FamilyDocument;
}

/**
 * What a case says otherwise once its family is to be `next`, which differs at a path: of that place alone where that
 * says it, else of the whole that it stands in.
 */
export function otherwiseAfter(
  family: FamilyDocument,
  said: Otherwise,
  { path, next }: { readonly path: Path; readonly next: FamilyDocument },
): Otherwise {
  const before = givenWith(family, said) ?? family;
  const places = [placeSaid(path, { before, next }), path.slice(0, 1)];
  const all = places.map((place) => saidOf(place, { family, said, next }));
  return all.find((one) => same(givenWith(family, one), next)) ?? wholly(family, next);
}

/** Every part of the family that is otherwise, whole. */
function wholly(family: FamilyDocument, next: FamilyDocument): Otherwise {
  const changed = Object.entries(next).filter(([key, value]) => !same(value, family[key]));
  const gone = Object.keys(family).filter((key) => !Object.hasOwn(next, key));
  return {
    set: Object.fromEntries(changed.map(([key, value]) => [pointerTo([key]), value])),
    remove: gone.map((key) => pointerTo([key])),
  };
}
