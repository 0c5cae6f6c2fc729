import { pointerOf } from '../../engine/index.ts';

/** Where two JSON values first differ, in the order of keys. */
export interface Difference {
  readonly pointer: string;
  readonly expected: unknown;
  readonly found: unknown;
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

function keysOf(expected: object, found: object): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
}

/** The innermost place at which two JSON values differ; undefined where they are the same. */
export function firstDifference(expected: unknown, found: unknown, at = ''): Difference | undefined {
  const isAlike = isHolder(expected) && isHolder(found) && Array.isArray(expected) === Array.isArray(found);
  if (!isAlike) return expected === found ? undefined : { pointer: at, expected, found };
  for (const key of keysOf(expected, found)) {
    const inner = (value: object): unknown =>
      Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
    const difference = firstDifference(inner(expected), inner(found), at + pointerOf([key]));
    if (difference !== undefined) return difference;
  }
  return undefined;
}
