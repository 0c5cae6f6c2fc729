import type { Change, Path } from '../../draft/editing.ts';
import { freeId } from '../ids.ts';
import { entriesOf, listOf, memberOf, valueAt } from '../value.ts';
import { conditionKindOf, conditionKinds, isGroup } from './condition-kinds.ts';

/** What is done to a condition, and where it then stands. */
export interface Moved {
  readonly changes: readonly Change[];
  readonly to: Path;
}

type Move = (document: unknown, path: Path) => Moved | undefined;

const placeIn = (path: Path): number | undefined => {
  const last = path.at(-1);
  return typeof last === 'number' ? last : undefined;
};

/** The condition around one: a list stands between them, or nothing does. */
const around = (path: Path): Path => path.slice(0, placeIn(path) === undefined ? -1 : -2);
const listAround = (path: Path): Path => path.slice(0, -1);

/** Whether a path leads to a condition of a rule, and not to the rule. */
const isCondition = (document: unknown, path: Path) => conditionKindOf(valueAt(document, path)) !== undefined;

function shifted(document: unknown, path: Path, by: 1 | -1): Moved | undefined {
  const at = placeIn(path);
  if (at === undefined) return undefined;
  const to = at + by;
  if (valueAt(document, [...listAround(path), to]) === undefined) return undefined;
  return { changes: [{ move: path, to }], to: [...listAround(path), to] };
}

export const moveUp: Move = (document, path) => shifted(document, path, -1);
export const moveDown: Move = (document, path) => shifted(document, path, 1);

/** Into the group that stands before it. */
export const indent: Move = (document, path) => {
  const at = placeIn(path);
  if (at === undefined || at === 0) return undefined;
  const before = [...listAround(path), at - 1];
  const kind = conditionKindOf(valueAt(document, before));
  if (!isGroup(kind)) return undefined;
  const key = conditionKinds[kind].inside?.key ?? kind;
  const to = [...before, key, listOf(valueAt(document, [...before, key])).length];
  return { changes: [{ insert: to, value: valueAt(document, path) }, { remove: path }], to };
};

function isAlone(document: unknown, path: Path): boolean {
  return placeIn(path) === undefined || listOf(valueAt(document, listAround(path))).length === 1;
}

/** Out of what it stands in: behind it, or in its place where nothing else is left in it. */
export const outdent: Move = (document, path) => {
  const outer = around(path);
  // What a range asks of its members is no condition inside another: it is taken away, not out.
  if (path.at(-1) === 'where' || !isCondition(document, outer)) return undefined;
  const value = valueAt(document, path);
  if (isAlone(document, path)) return { changes: [{ set: outer, value }], to: outer };
  const at = placeIn(outer);
  if (at === undefined) return undefined;
  const to = [...listAround(outer), at + 1];
  return { changes: [{ remove: path }, { insert: to, value }], to };
};

/** Taken away, with whatever then has nothing left in it; nothing where a rule would be left without any. */
export const removal: Move = (document, path) => {
  if (path.at(-1) === 'where' || path.at(-1) === 'appliesWhen')
    return { changes: [{ remove: path }], to: around(path) };
  const outer = around(path);
  if (isAlone(document, path)) return isCondition(document, outer) ? removal(document, outer) : undefined;
  const at = placeIn(path) ?? 0;
  return { changes: [{ remove: path }], to: [...listAround(path), Math.max(0, at - 1)] };
};

/** What a condition is put inside of. */
export type Wrapper = 'all' | 'any' | 'not' | 'some' | 'every';
export const wrappers: readonly Wrapper[] = ['all', 'any', 'not', 'some', 'every'];

/** A condition with another around it. */
export function wrap(
  document: unknown,
  path: Path,
  { kind, id }: { readonly kind: Wrapper; readonly id: string },
): Moved {
  const value = valueAt(document, path);
  const inner = { not: ['not'], some: ['satisfies'], every: ['satisfies'], all: ['all', 0], any: ['any', 0] }[
    kind
  ];
  const outer =
    kind === 'not'
      ? { id, not: value }
      : kind === 'some' || kind === 'every'
        ? { id, [kind]: {}, satisfies: value }
        : { id, [kind]: [value] };
  return { changes: [{ set: path, value: outer }], to: [...path, ...inner] };
}

/** A group as a group of another kind, with the same conditions in the same order. */
export function regrouped(value: unknown, kind: 'all' | 'any' | 'atLeast'): unknown {
  const now = conditionKindOf(value);
  const list = now === undefined ? [] : memberOf(value, conditionKinds[now].inside?.key ?? '');
  const own = ['all', 'any', 'atLeast', 'of', 'cap'];
  const rest = Object.fromEntries(entriesOf(value).filter(([key]) => !own.includes(key)));
  return kind === 'atLeast' ? { ...rest, atLeast: 1, of: list } : { ...rest, [kind]: list };
}

/** `some` as `every`, or the other way about, over the same members. */
export function quantified(value: unknown, kind: 'some' | 'every'): unknown {
  const { some, every, satisfies, ...rest } = value as Readonly<Record<string, unknown>>;
  return { ...rest, [kind]: some ?? every ?? {}, satisfies };
}

/** The id of a condition that is added: its rule, and what it is. */
export function conditionId(owner: string, name: string, taken: ReadonlySet<string>): string {
  return freeId(`${owner}.${name}`, taken);
}
