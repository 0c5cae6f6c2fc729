import { apart, type Fraction, fraction, isAtLeast, textOf } from './fraction.ts';

const whole = fraction(1);

/** How much more or less would make shares whole; `of` says of what. */
export function wanting(sum: Fraction, of: string): string {
  return `\`${textOf(apart(sum, whole))}\` of ${of} ${isAtLeast(sum, whole) ? 'less' : 'more'}`;
}
