/** Every code that reading a JSON text can give, with what it means. */
export const jsonDiagnostics = {
  'too-large': 'the text is longer than is read',
  'too-deep': 'lists and objects lie inside one another deeper than is read',
  'not-json': 'the text is not JSON',
  'duplicate-key': 'an object gives the same key twice',
  'reserved-key': 'a key is one that programs keep for themselves, such as `constructor`',
  'too-many-findings': 'there are more findings than are listed',
} as const;
export type JsonCode = keyof typeof jsonDiagnostics;

/** Keys that can reach an object's prototype in careless code: refused wherever they stand. */
export function isReserved(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** More than anybody mends at one go: what is found after these is not listed, and the last finding says so. */
export const mostFindings = 1000;
