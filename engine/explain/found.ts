import { UNBOUNDED, type Fraction, type Measured } from '../decide/measured.ts';
import type { ComparisonPhrases } from '../read/comparisons.ts';
import { percentInWords, rangeInWords, spanInWords } from '../read/figures.ts';
import type { Amount } from '../read/thresholds.ts';
import { counted } from '../read/values.ts';

interface Range {
  readonly least: Fraction;
  readonly most: Fraction;
}

/** What was found, for the places of a frame that a rule fills with what it asks for. */
export interface Found {
  readonly amount: string;
  /** With a space or a colon before it. */
  readonly when: string;
  /** Whether the amount says nothing: anything that there can be. */
  readonly open: boolean;
}

function exactly({ least, most }: Range): boolean {
  return least.part === most.part && least.of === most.of;
}

/** Of a fall, one that is less than none is a rise. */
function fallInWords(fall: Fraction): string {
  return fall.part < 0 ? `minus ${percentInWords({ part: -fall.part, of: fall.of })}` : percentInWords(fall);
}

function fallAmount({ least, most, settled }: Measured): string {
  if (least === undefined || most === undefined) return 'from nothing';
  const tail = settled === 0 ? '' : ', or from nothing';
  if (exactly({ least, most })) return `${fallInWords(most)}${most.part < 0 ? ' (a rise)' : ''}${tail}`;
  return `${least.of === 0 ? 'at most' : `${fallInWords(least)} to`} ${fallInWords(most)}${tail}`;
}

/** The days or terms that were looked at, or where there are none to tell, when the rule looks. */
export function whenOf(said: ComparisonPhrases, { window }: Measured): string {
  return window === undefined ? said.when : said.found(window);
}

function foundFall(said: ComparisonPhrases, measured: Measured): Found | undefined {
  const { counts, least, most } = measured;
  if (counts === undefined) return undefined;
  const now = rangeInWords(counts.current.least, counts.current.most);
  const before = rangeInWords(counts.baseline.least, counts.baseline.most);
  const against = `against ${before} ${spanInWords(counts.baselineSpan)}`;
  return {
    amount: fallAmount(measured),
    when: `: ${now}${whenOf(said, measured)}, ${against}`,
    open: least?.of === 0 && most?.part === most?.of,
  };
}

function foundShare(range: Range, when: string): Found {
  const { least, most } = range;
  if (exactly(range))
    return { amount: percentInWords(least), when: ` (${least.part} of ${least.of})${when}`, open: false };
  const amount = `${percentInWords(least)} to ${percentInWords(most)}`;
  return { amount, when, open: least.part === 0 && most.part === most.of };
}

const wholeNumbers: Readonly<Record<Exclude<Amount, 'fall' | 'share'>, (range: Range) => string>> = {
  things: ({ least, most }) => (most.part === 0 ? 'no' : rangeInWords(least.part, most.part)),
  time: ({ least, most }) =>
    least.part === most.part ? counted(least.part, 'days') : `${rangeInWords(least.part, most.part)} days`,
  age: ({ least, most }) => `${rangeInWords(least.part, most.part)} years old`,
};

/** The amount that was found and the days or terms it was found in; nothing where there is none to tell. */
export function foundAmount(amount: Amount, said: ComparisonPhrases, measured: Measured): Found | undefined {
  const { least, most } = measured;
  if (amount === 'fall') return foundFall(said, measured);
  if (least === undefined || most === undefined) return undefined;
  // because an age is of one day, which a decision says once for all that looks from it
  const when = amount === 'age' ? '' : whenOf(said, measured);
  if (amount === 'share') return foundShare({ least, most }, when);
  const open = least.part === 0 && most.part >= UNBOUNDED;
  return { amount: wholeNumbers[amount]({ least, most }), when, open };
}
