/** Numbers of changes, in rising order, each once. Every one of them is made. */
export type Way = readonly number[];

/** Ways to bring something about, none of which holds another; one of no changes where nothing is needed, none where there is no way. */
export type Ways = readonly Way[];

export const nothing: Ways = [[]];
export const none: Ways = [];

/** The changes of a way at most: what takes more is as good as out of the question. */
export const MOST_CHANGES = 40;

/** Puts ways together. */
export interface Joining {
  /** Ways of which none holds another, the best first. */
  readonly smallest: (ways: Ways) => Ways;
  /** Ways to bring one of some things about. */
  readonly either: (all: readonly Ways[]) => Ways;
  /** Ways to bring all of some things about. */
  readonly together: (all: readonly Ways[]) => Ways;
  /** Ways to bring so many of some things about. */
  readonly someOf: (count: number, all: readonly Ways[]) => Ways;
  /** Whether a way was ever left out because there were too many. */
  readonly wasCut: () => boolean;
}

/**
 * Joins ways, and keeps so many of them at every step: those with the fewest changes out of reach first, then those of the fewest
 * changes. So a way within reach is never left out for one that is not.
 */
export function joining(isOutOfReach: (change: number) => boolean, most: number): Joining {
  let cut = false;
  const far = (way: Way) => way.filter(isOutOfReach).length;
  const byReach = (one: Way, other: Way) => {
    const first = far(one) - far(other) || one.length - other.length;
    if (first !== 0) return first;
    const at = one.findIndex((it, place) => it !== other[place]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  };
  const smallest = (ways: Ways): Ways => {
    const kept: Way[] = [];
    // what a way holds comes before it
    for (const way of [...ways].sort(byReach)) {
      if (way.length > MOST_CHANGES) {
        cut = true;
        continue;
      }
      if (kept.some((one) => one.every((change) => way.includes(change)))) continue;
      if (kept.length === most) {
        cut = true;
        break;
      }
      kept.push(way);
    }
    return kept;
  };
  const either = (all: readonly Ways[]) => smallest(all.flat());
  const both = (one: Way, other: Way): Way => [...new Set([...one, ...other])].sort((a, b) => a - b);
  const together = (all: readonly Ways[]) =>
    all.reduce(
      (before, next) => smallest(before.flatMap((one) => next.map((other) => both(one, other)))),
      nothing,
    );
  const someOf = (count: number, all: readonly Ways[]) => {
    const first = Array.from({ length: count + 1 }, (_, at) => (at === 0 ? nothing : none));
    const table = all.reduce<readonly Ways[]>(
      (before, next) =>
        before.map((ways, at) =>
          at === 0 ? ways : either([ways, together([before[at - 1] ?? none, next])]),
        ),
      first,
    );
    return table[count] ?? none;
  };
  return { smallest, either, together, someOf, wasCut: () => cut };
}
