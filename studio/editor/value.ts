/** What can be read of a document that need not be whole. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function memberOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[])[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce(memberOf, value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];
export const keysOf = (value: unknown): readonly string[] => entriesOf(value).map(([key]) => key);
export const idOf = (value: unknown): string => textOf(memberOf(value, 'id'));

/** The parameter that stands in the place of a value. */
export function parameterIn(value: unknown): string | undefined {
  const named = memberOf(value, 'parameter');
  return isObject(value) && typeof named === 'string' ? named : undefined;
}

/** The texts of a value that is one text or a list of them. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((one) => typeof one === 'string');

/** Whether two values say the same, whatever the order of their names. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((inner, at) => same(inner, (other as unknown[])[at]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}
