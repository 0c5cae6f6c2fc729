/** What trying a set says; undefined where it makes no valid ruleset. */
export type Try = (set: ReadonlySet<number>) => boolean | undefined;

export interface Found {
  /** Sets that hold and of which no smaller part does, smallest first. */
  readonly sets: readonly (readonly number[])[];
  /** Whether no other can be. */
  readonly complete: boolean;
  /** How many of the sets tried make no valid ruleset. */
  readonly skipped: number;
}

/** The most edits of which every set is tried. */
export const EXACT = 12;

/** How many sets are looked for where not every one can be tried, and after how many tries no other is. */
const MOST_SETS = 16;
const MOST_TRIES = 1000;

/** Masks of so many bits, those with fewer ones first. */
function* bySize(bits: number): Generator<number> {
  for (let size = 0; size <= bits; size += 1) yield* ofSize(bits, size);
}

function* ofSize(bits: number, size: number): Generator<number> {
  if (size === 0) {
    yield 0;
    return;
  }
  // the next larger mask of as many ones: Gosper's way
  for (let mask = (1 << size) - 1; mask < 1 << bits;) {
    yield mask;
    const low = mask & -mask;
    const ripple = mask + low;
    mask = ripple | (((mask ^ ripple) >>> 2) / low);
  }
}

export function setOf(numbers: readonly number[], mask: number): Set<number> {
  return new Set(numbers.filter((_, at) => (mask & (1 << at)) !== 0));
}

function exactly(numbers: readonly number[], holds: Try): Found {
  const found: number[] = [];
  let skipped = 0;
  for (const mask of bySize(numbers.length)) {
    if (found.some((smaller) => (smaller & mask) === smaller)) continue;
    const said = holds(setOf(numbers, mask));
    if (said === undefined) skipped += 1;
    if (said === true) found.push(mask);
  }
  return { sets: found.map((mask) => [...setOf(numbers, mask)]), complete: true, skipped };
}

/** Counts what is tried, so that what was skipped can be said. */
function counted(holds: Try): {
  readonly holds: (set: Iterable<number>) => boolean;
  readonly tries: () => number;
  readonly skipped: () => number;
} {
  const skipped = new Set<string>();
  let tries = 0;
  return {
    holds: (set) => {
      tries += 1;
      const said = holds(new Set(set));
      if (said === undefined) skipped.add([...set].join(' '));
      return said === true;
    },
    tries: () => tries,
    skipped: () => skipped.size,
  };
}

function chunks(list: readonly number[], count: number): number[][] {
  const size = Math.ceil(list.length / count);
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/**
 * Zeller and Hildebrandt's delta debugging (IEEE Transactions on Software Engineering 28(2), 2002): from a set that holds,
 * one of which nothing can be taken away alone.
 */
export function reduced(start: readonly number[], holds: (set: readonly number[]) => boolean): number[] {
  let left = [...start];
  let parts = 2;
  while (left.length > 1) {
    const pieces = chunks(left, parts);
    const smaller =
      pieces.find((piece) => holds(piece)) ??
      pieces
        .map((piece) => left.filter((one) => !piece.includes(one)))
        .find((rest) => rest.length < left.length && rest.length > 0 && holds(rest));
    if (smaller !== undefined) {
      parts = Math.max(2, pieces.some((piece) => piece === smaller) ? 2 : parts - 1);
      left = smaller;
    } else if (parts >= left.length) return left;
    else parts = Math.min(left.length, parts * 2);
  }
  return left;
}

/** A set that holds, made minimal by trying every part of it where it is small enough. */
function minimal(start: readonly number[], holds: (set: readonly number[]) => boolean): number[] {
  const one = reduced(start, holds);
  if (one.length > EXACT) return one;
  const [smallest] = exactly(one, (set) => holds([...set])).sets;
  return smallest === undefined ? one : [...smallest];
}

/** One set by delta debugging; then, avoiding each of its numbers in turn, others. */
function some(numbers: readonly number[], holds: Try): Found {
  const trying = counted(holds);
  const sets = new Map<string, number[]>();
  const waiting: number[][] = [[]];
  for (let avoided = waiting.shift(); avoided !== undefined; avoided = waiting.shift()) {
    const without = avoided;
    const rest = numbers.filter((one) => !without.includes(one));
    if (sets.size >= MOST_SETS || trying.tries() > MOST_TRIES) break;
    if (!trying.holds(rest)) continue;
    const set = minimal(rest, trying.holds);
    const key = set.join(' ');
    if (sets.has(key)) continue;
    sets.set(key, set);
    waiting.push(...set.map((one) => [...without, one]));
  }
  const found = [...sets.values()].sort((one, other) => one.length - other.length);
  return { sets: found, complete: false, skipped: trying.skipped() };
}

/** Every minimal set of these numbers that holds; some of them where there are more than 12. */
export function minimalSets(numbers: readonly number[], holds: Try): Found {
  return numbers.length <= EXACT ? exactly(numbers, holds) : some(numbers, holds);
}
