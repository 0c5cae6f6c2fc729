/** A family as JSON says it, whether or not it is right. */
export type FamilyDocument = Readonly<Record<string, unknown>>;

/** Names and places from the top of a family to one value. */
export type Path = readonly (string | number)[];

export const isObject = (value: unknown): value is FamilyDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The objects of a list; nothing where there is none, and an empty one for whatever else stands in it. */
export const objectsIn = (value: unknown): readonly FamilyDocument[] =>
  isList(value) ? value.map((one) => (isObject(one) ? one : {})) : [];

export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The JSON Pointer of a path. */
export const pointerTo = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (isList(at)) at = at[Number(key)];
    else if (isObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else return undefined;
  }
  return at;
}

/** The same with one value put or, where it is undefined, taken away; what is not on the way there stays the same object. */
export function withValue(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (isList(value) || (value === undefined && typeof key === 'number')) {
    const [list, at] = [value ?? [], Number(key)];
    if (rest.length === 0 && put === undefined) return list.toSpliced(at, 1);
    return at < list.length
      ? list.with(at, withValue(list[at], rest, put))
      : [...list, withValue(undefined, rest, put)];
  }
  if (value === undefined && put === undefined) return undefined;
  const object = isObject(value) ? value : {};
  if (rest.length === 0 && put === undefined)
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  return { ...object, [key]: withValue(object[key], rest, put) };
}

/** A family with one member and nothing known of them. */
export const emptyFamily: FamilyDocument = {
  id: 'new-family',
  localAuthority: '',
  attachedOn: null,
  closedOn: null,
  members: [{ id: 'm1', role: 'parent' }],
  records: {},
};
