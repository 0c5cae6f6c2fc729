import type { Store } from '../../server/store/store.ts';

/** One kind of write that a process does over and over until it is killed, in a store that holds the tiny ruleset. */
export interface Script {
  /** Makes all that comes before the write, which is what is handed back: when that resolves, what bears the name is kept. */
  readonly ready: (store: Store) => (name: string) => Promise<() => Promise<void>>;
  /** The names that are there; throws where something of one is there and something is not. */
  readonly found: (store: Store) => Promise<readonly string[]>;
}

/** Throws where two lists of names are not the same, in whatever order. */
export function requireSame(what: string, left: readonly string[], right: readonly string[]): void {
  const [some, others] = [left, right].map((names) => JSON.stringify([...names].sort()));
  if (some !== others) throw new Error(`${what}: ${String(some)} and ${String(others)}`);
}
