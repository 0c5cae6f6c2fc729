import { expect } from 'vitest';

/** vitest's own matchers are of type any; these are the same ones, of none. */
export function textWith(part: string | RegExp): unknown {
  return typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part);
}

export function listWith(...parts: readonly object[]): unknown {
  return expect.arrayContaining(parts.map((part): unknown => expect.objectContaining(part)));
}
