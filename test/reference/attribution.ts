/** What trying a set of changes says: what it gives, or nothing where it makes no valid ruleset. */
export type Given = (mask: number) => unknown;

function partsOf(mask: number): number[] {
  return Array.from({ length: mask }, (_, part) => part).filter((part) => (part & mask) === part);
}

/** Every set of `count` changes that gives `wanted`, and of which no part does: all of them tried, as masks. */
export function smallestGiving(count: number, wanted: unknown, given: Given): number[] {
  const all = Array.from({ length: 1 << count }, (_, mask) => mask);
  const giving = new Set(all.filter((mask) => given(mask) === wanted));
  return [...giving].filter((mask) => !partsOf(mask).some((part) => giving.has(part)));
}

function* ordersOf(list: readonly number[]): Generator<number[]> {
  if (list.length === 0) yield [];
  for (const one of list)
    for (const rest of ordersOf(list.filter((other) => other !== one))) yield [one, ...rest];
}

/** What each of `count` changes adds, on average over every order of making them. */
export function meanEffects(count: number, worth: (mask: number) => number): number[] {
  const totals = Array.from({ length: count }, () => 0);
  const orders = [...ordersOf(totals.map((_, at) => at))];
  for (const order of orders) {
    let mask = 0;
    for (const at of order) {
      const next = mask | (1 << at);
      totals[at] = (totals[at] ?? 0) + worth(next) - worth(mask);
      mask = next;
    }
  }
  return totals.map((total) => total / orders.length);
}
