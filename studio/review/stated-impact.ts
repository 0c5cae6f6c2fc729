import { isoDay } from '../ui/day-text.ts';
import type { Submitting } from './draft-acts.ts';

/** Letters that a note has at most, as the server takes it. */
const longest = 2000;
const numbers = /^\d+\.\d+\.\d+(-[0-9a-z]+(\.[0-9a-z]+)*)?$/;

export type SubmitField =
  'version' | 'note' | 'cohort' | 'day' | 'fewest' | 'most' | 'leastPounds' | 'mostPounds';
export type Typed = Readonly<Record<SubmitField, string>>;
type Mistakes = Partial<Record<SubmitField, string>>;

/** A number as people write it, in the unit that is kept; undefined where it is none. */
type Parse = (text: string) => number | undefined;

const families: Parse = (text) => {
  const bare = text.replaceAll(',', '');
  return /^-?\d{1,9}$/.test(bare) ? Number(bare) : undefined;
};

/** Pounds, with or without pence, as pence: by its digits, because a fraction of a pound is not exact. */
const pence: Parse = (text) => {
  const [, sign, whole = '', part = '00'] =
    /^(-?)£?(\d{1,9})(?:\.(\d\d))?$/.exec(text.replaceAll(',', '')) ?? [];
  if (sign === undefined) return undefined;
  const found = Number(whole + part);
  return sign === '-' && found > 0 ? -found : found;
};

interface BandPlan {
  readonly from: SubmitField;
  readonly to: SubmitField;
  readonly parse: Parse;
  readonly wanted: string;
}

const bands = {
  families: {
    ...{ from: 'fewest', to: 'most', parse: families },
    wanted: 'enter a whole number, below 0 for fewer families',
  },
  pence: {
    ...{ from: 'leastPounds', to: 'mostPounds', parse: pence },
    wanted: 'enter pounds such as `3000` or `-450.50`',
  },
} as const satisfies Record<string, BandPlan>;

/** A band, undefined where none is typed: the most is the least where it is left out. */
function bandIn(typed: Typed, { from, to, parse }: BandPlan) {
  const least = parse(typed[from].trim());
  if (least === undefined) return undefined;
  return { from: least, to: parse(typed[to].trim()) ?? least };
}

/** What is expected, as it is sent; nothing where no words are typed. */
export function impactIn(typed: Typed): Pick<Submitting, 'expectedImpact'> {
  const note = typed.note.trim();
  if (note === '') return {};
  const stated = { families: bandIn(typed, bands.families), pence: bandIn(typed, bands.pence) };
  if (stated.families === undefined && stated.pence === undefined) return { expectedImpact: { note } };
  const { families: people, pence: money } = stated;
  return {
    expectedImpact: {
      ...{ note, cohort: typed.cohort, asOf: isoDay(typed.day) ?? '' },
      ...(people !== undefined && { families: people }),
      ...(money !== undefined && { pence: money }),
    },
  };
}

function bandMistakes(typed: Typed, { from, to, parse, wanted }: BandPlan): Mistakes {
  const [least, most] = [typed[from].trim(), typed[to].trim()];
  const [first, last] = [parse(least), parse(most)];
  return {
    ...(least !== '' && first === undefined && { [from]: wanted }),
    ...(most !== '' && last === undefined && { [to]: wanted }),
    ...(least === '' && most !== '' && { [from]: 'enter the least, too' }),
    ...(first !== undefined &&
      last !== undefined &&
      last < first && { [to]: 'the most is not below the least' }),
  };
}

/** What is wrong with what is typed, in the order of the fields. */
export function mistakesIn(typed: Typed, numbered: boolean): Mistakes {
  const isStated = [typed.fewest, typed.most, typed.leastPounds, typed.mostPounds].some(
    (text) => text.trim() !== '',
  );
  return {
    ...(numbered && !numbers.test(typed.version.trim()) && { version: 'enter a number such as `1.1.0`' }),
    ...(typed.note.trim().length > longest && { note: 'enter at most 2,000 letters' }),
    ...(isStated && typed.note.trim() === '' && { note: 'say in words what is expected, too' }),
    ...(isStated && typed.cohort === '' && { cohort: 'choose the cohort that the numbers are of' }),
    ...(isStated && isoDay(typed.day) === undefined && { day: 'enter the day that the numbers are of' }),
    ...bandMistakes(typed, bands.families),
    ...bandMistakes(typed, bands.pence),
  };
}
