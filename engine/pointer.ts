function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** Adds one step to an RFC 6901 JSON Pointer. */
export function step(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? String(key) : escaped(key)}`;
}

export function pointerOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (pointer, key) => step(pointer, typeof key === 'symbol' ? String(key) : key),
    '',
  );
}
