import type { CheckedRuleset } from '../../check/check.ts';
import { linesOf, readerOf, readRuleset } from '../../read/ruleset.ts';
import { effectName, type Edit, type EditEffect } from './edit.ts';
import { addedEffect, changeEffect, itemsOf, removedEffect, type Item } from './items.ts';
import { conditionEdits, type Version } from './places.ts';
import { sideOf } from './uses.ts';

type Checked = Pick<CheckedRuleset, 'ruleset' | 'vocabulary'>;

/** Two versions compared. */
export interface Edits {
  /** How many ids of rules, conditions, parameters and facts both versions have; 0 where they have nothing to compare. */
  readonly sharedIds: number;
  /** In the order in which a ruleset is read. */
  readonly edits: readonly Edit[];
}

function versionOf(checked: Checked): Version {
  const lines = linesOf(readRuleset(checked)).map((line) => [`${line.kind} ${line.id}`, line] as const);
  return { ...sideOf(checked.ruleset), reader: readerOf(checked), lines: new Map(lines) };
}

const keyOf = ({ of, id }: Item) => `${of} ${id}`;

/** With keys in order, so that two of the same content are the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

const same = (was: unknown, now: unknown) => canonical(was) === canonical(now);

function spoken(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(spoken).join(', ');
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${spoken(inner)}`)
    .join('; ');
}

/** What is written under these keys, where no line says it. */
function written({ id, of, substance, words }: Item, keys?: readonly string[]): string {
  const all = Object.entries({ ...words, ...substance });
  const told = all.filter(([key]) => keys?.includes(key) ?? true);
  const said = told.map(([key, value]) => (of === 'ruleset' ? spoken(value) : `${key}: ${spoken(value)}`));
  const text = `${id}: ${said.length === 0 ? 'nothing more' : said.join('; ')}`;
  return text.endsWith('.') ? text : `${text}.`;
}

function differing(before: Item, after: Item): string[] {
  const [was, now] = [before, after].map(
    ({ words, substance }) => new Map(Object.entries({ ...words, ...substance })),
  );
  const keys = new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].filter((key) => !same(was?.get(key), now?.get(key)));
}

function sentences(was: Version, now: Version, items: readonly [Item, Item]): Pick<Edit, 'was' | 'now'> {
  const [before, after] = items;
  const [left, right] = [was.lines.get(keyOf(before))?.sentence, now.lines.get(keyOf(after))?.sentence];
  if (left !== undefined && right !== undefined && left !== right) return { was: left, now: right };
  const keys = differing(before, after);
  return { was: written(before, keys), now: written(after, keys) };
}

/** Words of the document itself, and where it was read, decide nothing. */
function isWording({ of, id }: Item): boolean {
  return (
    of === 'source' || (of === 'ruleset' && ['title', 'description', 'basedOn', 'jurisdiction'].includes(id))
  );
}

function changed(was: Version, now: Version, items: readonly [Item, Item]): Edit[] {
  const [before, after] = items;
  const substance = !same(before.substance, after.substance);
  if (!substance && same(before.words, after.words)) return [];
  const { shift, owners } = changeEffect(before, was, now);
  const effect: EditEffect = substance && !isWording(before) ? effectName(shift) : 'wording';
  const pointers = { was: before.pointer, now: after.pointer };
  const { id, of } = before;
  return [{ id, kind: 'changed', of, pointers, ...sentences(was, now, items), effect, owners: [...owners] }];
}

function line(version: Version, item: Item): string {
  return version.lines.get(keyOf(item))?.sentence ?? written(item);
}

function came(was: Version, now: Version, item: Item): Edit {
  const { shift, owners } = addedEffect(item, was, now);
  const effect = isWording(item) ? 'wording' : effectName(shift);
  const { id, of, pointer } = item;
  return {
    id,
    kind: 'added',
    of,
    pointers: { now: pointer },
    now: line(now, item),
    effect,
    owners: [...owners],
  };
}

function went(was: Version, now: Version, item: Item): Edit {
  const { shift, owners } = removedEffect(item, was, now);
  const effect = isWording(item) ? 'wording' : effectName(shift);
  const { id, of, pointer } = item;
  return {
    id,
    kind: 'removed',
    of,
    pointers: { was: pointer },
    was: line(was, item),
    effect,
    owners: [...owners],
  };
}

const inOrder = ['criterion', 'route', 'outcome', 'part', 'payment', 'pot', 'grant'];

/** The order of payments fills a pot, and that of routes names one; any other order decides nothing. */
function reordered(before: readonly Item[], after: readonly Item[]): Edit[] {
  const of = before[0]?.of;
  if (of === undefined || !inOrder.includes(of)) return [];
  const common = (items: readonly Item[], others: readonly Item[]) =>
    items.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  const [was, now] = [common(before, after), common(after, before)];
  if (was.join(' ') === now.join(' ')) return [];
  const effect = of === 'payment' || of === 'route' ? 'neither' : 'wording';
  const said = (ids: readonly string[]) => `In this order: ${ids.join(', ')}.`;
  return [
    {
      id: `${of}-order`,
      kind: 'moved',
      of,
      pointers: {},
      was: said(was),
      now: said(now),
      effect,
      owners: was,
    },
  ];
}

function itemEdits(was: Version, now: Version): Edit[] {
  const [before, after] = [itemsOf(was.ruleset), itemsOf(now.ruleset)];
  const [left, right] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const subjects = [...new Set([...before, ...after].map(({ of }) => of))];
  return subjects.flatMap((of) => {
    const mine = before.filter((item) => item.of === of);
    const theirs = after.filter((item) => item.of === of);
    return [
      ...mine.flatMap((item) => {
        const other = right?.get(keyOf(item));
        return other === undefined ? [went(was, now, item)] : changed(was, now, [item, other]);
      }),
      ...theirs.filter((item) => left?.has(keyOf(item)) !== true).map((item) => came(was, now, item)),
      ...reordered(mine, theirs),
    ];
  });
}

function shared(was: Version, now: Version): number {
  const ids = ({ ruleset, places }: Version) => [
    ...itemsOf(ruleset)
      .filter(({ of }) => of !== 'ruleset' && of !== 'source' && of !== 'share')
      .map(keyOf),
    ...places.keys(),
  ];
  const known = new Set(ids(was));
  return ids(now).filter((id) => known.has(id)).length;
}

/**
 * Every difference between two versions, each with its effect taken alone. None where only the number differs. A
 * vocabulary or a calendar that changed under the same name is no difference of the documents.
 */
export function editsBetween(was: Checked, now: Checked): Edits {
  const [before, after] = [versionOf(was), versionOf(now)];
  return {
    sharedIds: shared(before, after),
    edits: [...itemEdits(before, after), ...conditionEdits(before, after)],
  };
}
