import type { WeighedImpact } from '../api.ts';
import { pounds } from '../money-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';

type Expected = NonNullable<WeighedImpact['expected']>;
type Found = NonNullable<WeighedImpact['found']>;
type Band = NonNullable<Expected['families']>;

/** One number of an impact: what it is of, what is expected of it, what was found, and whether that is in. */
export interface Measure {
  readonly of: string;
  readonly expected: string;
  readonly found: string;
  /** Undefined where nothing was expected of it, or nothing was found yet. */
  readonly within: boolean | undefined;
}

const families = (more: number) => `${more > 0 ? '+' : ''}${numberInWords(more)}`;
const money = (more: number) => `${more > 0 ? '+' : ''}${pounds(more)}`;

function measure(
  of: string,
  {
    band,
    found,
    say,
  }: {
    readonly band: Band | undefined;
    readonly found: number | undefined;
    readonly say: (more: number) => string;
  },
): Measure {
  const stated = band && (band.from === band.to ? say(band.from) : `${say(band.from)} to ${say(band.to)}`);
  return {
    of,
    expected: stated ?? 'Not stated',
    found: found === undefined ? 'Not weighed' : say(found),
    within: band === undefined || found === undefined ? undefined : band.from <= found && found <= band.to,
  };
}

/** What is expected beside what was found, number by number. */
export const measuresOf = (expected: Expected, found: Found | null): readonly Measure[] => [
  measure('Families eligible', {
    ...{ band: expected.families, found: found?.eligible, say: families },
  }),
  measure('Pounds due', { band: expected.pence, found: found?.duePence, say: money }),
];

/** How far the weighing of a draft is, as a sentence of its own. */
export const stateWords: Readonly<Record<WeighedImpact['state'], string>> = {
  'not-stated': 'No cohort was named on which to weigh it.',
  'not-weighed':
    'It was not weighed: the comparison came to nothing, or its cohort was purged. To approve it takes a reason.',
  weighing: 'It is being weighed. It can be approved once that is done.',
  within: 'What was found is what the author expects.',
  outside: 'What was found is outside what the author expects. To approve it takes a reason.',
};

/** Whether an approval takes a reason, whatever the approver thinks. */
export const takesReason = (state: WeighedImpact['state']): boolean =>
  state === 'outside' || state === 'not-weighed';
