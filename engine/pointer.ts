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

/** The steps of an RFC 6901 JSON Pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
