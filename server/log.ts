type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the server writes what it did: never a body, a family or a key. */
export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

const frame = /^\s+at /;

/**
 * What a log may say of an error: its name and where it was thrown. Its message only where it is our own invariant,
 * because any other may quote the family.
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  const own = error.message.startsWith('invariant: ') ? { message: error.message } : {};
  return { name: error.name, ...own, stack: frames.map((line) => line.trim()) };
}
