/** How a document of a test differs from one with nothing to find in it: places are JSON Pointers, `-` is the end of a list. */
export interface Patch {
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly remove?: readonly string[] | undefined;
  /** Puts a list in a list, so many deep. */
  readonly nest?: Readonly<Record<string, number>> | undefined;
  /** Puts a list of so many of one value. */
  readonly fill?: Readonly<Record<string, { readonly count: number; readonly of: unknown }>> | undefined;
}

type Inner = Record<string, unknown> | unknown[];

function isInner(value: unknown): value is Inner {
  return typeof value === 'object' && value !== null;
}

function keyed(inner: Inner, key: string): string | number {
  if (!Array.isArray(inner)) return key;
  return key === '-' ? inner.length : Number(key);
}

/** The object or list that a pointer ends in, and the key there. */
function place(document: unknown, pointer: string): { inner: Inner; key: string } {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let inner = document;
  for (const step of steps.slice(0, -1))
    inner = isInner(inner) ? Reflect.get(inner, keyed(inner, step)) : undefined;
  const key = steps.at(-1);
  if (!isInner(inner) || key === undefined) throw new Error(`no place ${pointer} in the document`);
  return { inner, key };
}

function put(document: unknown, pointer: string, value: unknown): unknown {
  if (pointer === '') return value;
  const { inner, key } = place(document, pointer);
  const property = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(inner, keyed(inner, key), property);
  return document;
}

function take(document: unknown, pointer: string): void {
  const { inner, key } = place(document, pointer);
  if (!Object.hasOwn(inner, key)) throw new Error(`nothing at ${pointer} to take away`);
  if (Array.isArray(inner)) inner.splice(Number(key), 1);
  else Reflect.deleteProperty(inner, key);
}

export function nested(levels: number): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

/** A copy of the document, sharing nothing with it, with the patch laid over it. */
export function patched(document: unknown, patch: Patch): unknown {
  const { set = {}, remove = [], nest = {}, fill = {} } = patch;
  let copy: unknown = JSON.parse(JSON.stringify(document));
  for (const [pointer, value] of Object.entries(set)) copy = put(copy, pointer, value);
  for (const [pointer, levels] of Object.entries(nest)) copy = put(copy, pointer, nested(levels));
  for (const [pointer, { count, of }] of Object.entries(fill)) {
    copy = put(
      copy,
      pointer,
      Array.from({ length: count }, () => of),
    );
  }
  for (const pointer of remove) take(copy, pointer);
  return copy;
}
