import type { Condition } from '../../document/condition.ts';
import type { Place } from '../../document/places.ts';
import { conditionInOne } from '../../read/conditions.ts';
import { wholeSentence, type Line } from '../../read/line.ts';
import type { Reader } from '../../read/values.ts';
import { joiningShift, ownShift } from './conditions.ts';
import { effectName, type Edit, type EditEffect } from './edit.ts';
import { borne, reversed, type Shift } from './shift.ts';
import { bearingOf, shallow, type Side } from './uses.ts';

/** A version as it is compared: what is in it, and how it reads. */
export interface Version extends Side {
  readonly reader: Reader;
  readonly lines: ReadonlyMap<string, Line>;
}

/** How a place stands below the one above it; one of several is so under any group. */
function slotOf(version: Version, place: Place): string {
  const above = version.places.get(place.parent)?.pointer ?? '';
  const path = place.pointer.slice(above.length);
  return /^\/(all|any|of)\/\d+$/.test(path) ? 'one' : path.replace(/^.*\//, '');
}

function childrenOf({ places }: Version, id: string): Place[] {
  return [...places.values()].filter(({ parent }) => parent === id);
}

function whole(version: Version, { condition }: Place): string {
  return wholeSentence(conditionInOne(version.reader, condition));
}

function groupKey(condition: Condition): string {
  return ['all', 'any', 'atLeast'].find((key) => key in condition) ?? '';
}

/** Of a condition that comes into a group or a range, in the version where it is not yet. */
function comingShift(without: Version, withIt: Version, place: Place): Shift {
  const above = without.places.get(place.parent);
  const same = withIt.places.get(place.parent);
  if (above === undefined || same === undefined) return 'open';
  const slot = slotOf(withIt, place);
  if (slot === 'where') {
    const { condition } = above;
    return 'some' in condition && 'some' in same.condition && !without.doubt(condition.satisfies)
      ? 'down'
      : 'open';
  }
  const key = groupKey(above.condition);
  if (key === '' || key !== groupKey(same.condition)) return 'open';
  const rest = childrenOf(without, above.id).filter(
    (child) => child.id !== place.id && slotOf(without, child) !== 'where' && withIt.places.has(child.id),
  );
  return joiningShift(
    above.condition,
    rest.map(({ condition }) => condition),
    without.doubt,
  );
}

function cameAndWent(was: Version, now: Version): Edit[] {
  const added = [...now.places.values()].filter(
    ({ id, parent, owner }) =>
      !was.places.has(id) && was.owners.has(owner.id) && (was.places.has(parent) || parent === owner.id),
  );
  const removed = [...was.places.values()].filter(
    ({ id, parent, owner }) =>
      !now.places.has(id) && now.owners.has(owner.id) && (now.places.has(parent) || parent === owner.id),
  );
  return [
    ...removed.map((place): Edit => {
      const shift = reversed(comingShift(now, was, place));
      return {
        id: place.id,
        kind: 'removed',
        of: 'condition',
        pointers: { was: place.pointer },
        was: whole(was, place),
        effect: effectName(borne(shift, bearingOf(was, place.parent))),
        owners: [place.owner.id],
      };
    }),
    ...added.map((place): Edit => ({
      id: place.id,
      kind: 'added',
      of: 'condition',
      pointers: { now: place.pointer },
      now: whole(now, place),
      effect: effectName(borne(comingShift(was, now, place), bearingOf(was, place.parent))),
      owners: [place.owner.id],
    })),
  ];
}

function own(version: Version, { id }: Place): string {
  return version.lines.get(`condition ${id}`)?.sentence ?? id;
}

function wordsOf({ label, source }: Condition): string {
  return JSON.stringify([label, source]);
}

const apart = ['id', 'label', 'source'];

/** What a condition says itself, without its id, its words and those below it. */
function substance(condition: Condition): string {
  const form = Object.keys(condition).filter((key) => !apart.includes(key));
  const rest = Object.entries(shallow(condition)).filter(([key]) => !apart.includes(key));
  return JSON.stringify([form.toSorted(), Object.fromEntries(rest)]);
}

function changedEffect(
  was: Version,
  [before, after]: readonly [Place, Place],
  now: Version,
): EditEffect | undefined {
  if (substance(before.condition) !== substance(after.condition)) {
    // because a parameter that has changed as well has an edit of its own
    const sides = {
      was: was.ruleset.parameters,
      now: { ...now.ruleset.parameters, ...was.ruleset.parameters },
    };
    const shift = ownShift(sides, { was: before.condition, now: after.condition }, was.doubt);
    return effectName(borne(shift, bearingOf(was, before.id)));
  }
  return wordsOf(before.condition) === wordsOf(after.condition) ? undefined : 'wording';
}

function orderOf(version: Version, other: Version, id: string): string[] {
  const { length } = version.places.get(id)?.pointer ?? '';
  return childrenOf(version, id)
    .filter(
      (child) =>
        /^\/\w+\/\d+$/.test(child.pointer.slice(length)) && other.places.get(child.id)?.parent === id,
    )
    .map((child) => child.id);
}

function reordered(was: Version, now: Version, place: Place): boolean {
  return orderOf(was, now, place.id).join(' ') !== orderOf(now, was, place.id).join(' ');
}

function stayed(was: Version, now: Version): Edit[] {
  return [...was.places.values()].flatMap((before): Edit[] => {
    const after = now.places.get(before.id);
    if (after === undefined) return [];
    const common = {
      id: before.id,
      of: 'condition' as const,
      pointers: { was: before.pointer, now: after.pointer },
      owners: [...new Set([before.owner.id, after.owner.id])],
    };
    if (
      before.parent !== after.parent ||
      before.owner.id !== after.owner.id ||
      slotOf(was, before) !== slotOf(now, after)
    )
      return [
        { ...common, kind: 'moved', was: whole(was, before), now: whole(now, after), effect: 'neither' },
      ];
    const effect = changedEffect(was, [before, after], now);
    const changed: Edit[] =
      effect === undefined
        ? []
        : [{ ...common, kind: 'changed', was: own(was, before), now: own(now, after), effect }];
    if (!reordered(was, now, before)) return changed;
    return [
      ...changed,
      { ...common, kind: 'moved', was: whole(was, before), now: whole(now, after), effect: 'wording' },
    ];
  });
}

/** Every difference of conditions: one that came or went is named once, with all below it. */
export function conditionEdits(was: Version, now: Version): Edit[] {
  return [...stayed(was, now), ...cameAndWent(was, now)];
}
