import { createMemo } from 'solid-js';

const nothing = Symbol('cannot be read');

function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return nothing;
  }
}

/** What a JSON text holds; while it cannot be read, what it held when it last could. */
export function createValue(text: () => string) {
  const read = createMemo<{ readonly value: unknown; readonly readable: boolean }>(
    (before) => {
      const value = readText(text());
      return value === nothing ? { ...before, readable: false } : { value, readable: true };
    },
    { value: undefined, readable: false },
  );
  return { value: () => read().value, readable: () => read().readable };
}
