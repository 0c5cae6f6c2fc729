/** Adds one step to an RFC 6901 JSON Pointer. */
export function step(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function pointerOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (pointer, key) => step(pointer, typeof key === 'symbol' ? String(key) : key),
    '',
  );
}
