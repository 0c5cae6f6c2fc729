import type { VerdictsOnly } from '../engine.ts';

interface Said {
  readonly id: string;
  readonly verdict: string;
}

const isSameList = <Item extends Said>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (left: Item, right: Item) => boolean = () => true,
): boolean =>
  one.length === other.length &&
  one.every((left, at) => {
    const right = other[at];
    return (
      right !== undefined && left.id === right.id && left.verdict === right.verdict && isSame(left, right)
    );
  });

/**
 * Whether two decisions list the same things in the same order and say the same of each: most families of a cohort do, and are
 * told so without a list of every path. Where it is false, whether anything changes is still to be asked.
 */
export function isClearlySame(left: VerdictsOnly, right: VerdictsOnly): boolean {
  return (
    left.eligibility.verdict === right.eligibility.verdict &&
    left.eligibility.route === right.eligibility.route &&
    isSameList(left.criteria, right.criteria) &&
    isSameList(left.eligibility.routes, right.eligibility.routes) &&
    isSameList(left.outcomes, right.outcomes, (one, other) => isSameList(one.parts, other.parts)) &&
    isSameList(
      left.payments,
      right.payments,
      (one, other) =>
        one.ratePence === other.ratePence &&
        one.duePence === other.duePence &&
        one.possiblePence === other.possiblePence,
    )
  );
}
