import { type Fraction, fraction, isAtLeast, isSame, over, percentOf, textOf, times } from './fraction.ts';
import type { Quantity, Target } from './programme-document.ts';
import type { Exact, JudgedTarget, Reached, Said } from './programme-totals.ts';

/** As many families as is said, exactly. */
export function familiesOf(quantity: Quantity): Fraction {
  if ('families' in quantity) return fraction(quantity.families);
  const { share, base } = quantity;
  return times(fraction(share.part, share.of), fraction(base.families));
}

/** A fraction as it goes out: the limits of the document keep both its numbers exact. */
export function exactOf(exact: Fraction): Exact {
  const [part, of] = [Number(exact.part), Number(exact.of)];
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(of))
    throw new Error('invariant: a checked programme has no number that JSON cannot hold');
  return { part, of, text: textOf(exact) };
}

/** What is said, each number once. */
function distinct(quantities: readonly Quantity[]): Fraction[] {
  const numbers = quantities.map(familiesOf);
  return numbers.filter((one, at) => numbers.findIndex((other) => isSame(one, other)) === at);
}

/** Every figure beside every number that was expected, in their order, and the one as an exact part of the other. */
export function pairsOf({ figures = [], expected = [] }: Target) {
  const numbers = distinct(expected);
  return distinct(figures).flatMap((figure) =>
    numbers.map((wanted) => ({ figure, expected: wanted, share: over(figure, wanted) })),
  );
}

const whole = fraction(1);

function reachedOf(target: Target): Reached[] {
  const { printed } = target;
  return pairsOf(target).map(({ figure, expected, share }) => {
    const percent = percentOf(share);
    return {
      ...{ figure: exactOf(figure), expected: exactOf(expected), share: exactOf(share), percent },
      verdict: isAtLeast(share, whole) ? 'met' : 'not-met',
      differencePercent: printed === undefined ? null : percent - printed.percent,
    };
  });
}

const saidOf = (quantity: Quantity): Said => ({
  families: exactOf(familiesOf(quantity)),
  shareOf: 'share' in quantity ? { share: quantity.share, base: quantity.base } : null,
  source: quantity.source,
});

/** How far a target is reached, by every figure and every number that was expected. */
export function judgedTarget(target: Target): JudgedTarget {
  const { id, authority, period, label, measure, expected = [], figures = [], printed = null } = target;
  const reached = reachedOf(target);
  const [verdict = 'unknown', ...others] = new Set(reached.map((one) => one.verdict));
  return {
    ...{ id, authority, label, period, measure, reached, printed },
    verdict: others.length > 0 ? 'unknown' : verdict,
    expected: expected.map(saidOf),
    figures: figures.map(saidOf),
  };
}
