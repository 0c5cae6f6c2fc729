import { pounds } from '../../money-in-words.ts';
import { dayInWords } from '../../day-in-words.ts';

/** How a value of a unit is typed or chosen. */
export type Typed = 'number' | 'yes-no' | 'kinds' | 'day' | 'choice';

interface UnitRow {
  readonly word: string;
  readonly typed: Typed;
  /** What stands around a number that is typed. */
  readonly before?: string;
  readonly after?: string;
  /** The number that a text says, in the unit that is kept; undefined where it says none. */
  readonly read?: (text: string) => number | undefined;
  readonly write?: (kept: number) => string;
  /** What is to be typed, where something else was. */
  readonly wrong?: string;
  /** What a parameter that is added begins with. */
  readonly first: number | boolean | string | readonly string[];
}

const bare = (text: string) => text.trim().replaceAll(/[,\s]/g, '');

function whole(text: string): number | undefined {
  return /^\d{1,10}$/.test(bare(text)) ? Number(bare(text)) : undefined;
}

function percent(text: string): number | undefined {
  const said = bare(text).replace(/%$/, '');
  return /^\d{1,4}(\.\d{1,2})?$/.test(said) ? Number(said) : undefined;
}

/** Pounds as they are typed, in pence: no fraction is ever kept. */
export function penceIn(text: string): number | undefined {
  const [, full = '', part = ''] = /^£?(\d{1,8})(?:\.(\d{1,2}))?$/.exec(bare(text)) ?? [];
  return full === '' ? undefined : Number(full) * 100 + Number(part.padEnd(2, '0'));
}

export function poundsTyped(pence: number): string {
  const [full, part] = [Math.floor(pence / 100), pence % 100];
  return part === 0 ? String(full) : `${full}.${String(part).padStart(2, '0')}`;
}

const counted = (word: string, after?: string): UnitRow => ({
  word,
  typed: 'number',
  ...(after === undefined ? {} : { after }),
  read: whole,
  write: String,
  wrong: 'enter a whole number, such as 3',
  first: 1,
});

const rows = {
  count: counted('a number of things'),
  percent: {
    word: 'a percentage',
    typed: 'number',
    after: '%',
    read: percent,
    write: String,
    wrong: 'enter a percentage with at most two decimals, such as 15 or 12.5',
    first: 10,
  },
  pence: {
    word: 'an amount of money',
    typed: 'number',
    before: '£',
    read: penceIn,
    write: poundsTyped,
    wrong: 'enter pounds, with pence if there are any, such as 3200 or 10.50',
    first: 0,
  },
  days: counted('a number of days', 'days'),
  weeks: counted('a number of weeks', 'weeks'),
  months: counted('a number of months', 'months'),
  terms: counted('a number of school terms', 'terms'),
  years: counted('a number of years', 'years'),
  'yes-no': { word: 'yes or no', typed: 'yes-no', first: true },
  kinds: { word: 'a list of kinds', typed: 'kinds', first: [] },
  day: { word: 'a day', typed: 'day', first: '2015-04-01' },
  choice: { word: 'one of several choices', typed: 'choice', first: '' },
} satisfies Readonly<Record<string, UnitRow>>;

export type Unit = keyof typeof rows;
/** Every unit a parameter may have: what it is called, and how a value of it is typed and kept. */
export const unitRows: Readonly<Record<Unit, UnitRow>> = rows;

export const unitNames = Object.keys(unitRows) as readonly Unit[];
export const isUnit = (text: string): text is Unit => Object.hasOwn(unitRows, text);

const spans: readonly Unit[] = ['days', 'weeks', 'months', 'terms', 'years'];

/** A value as it is read: £3,200, 15%, 6 months. What is of no unit is said as it stands. */
export function valueInWords(
  value: unknown,
  unit: string,
  kindInWords: (kind: string) => string = (kind) => kind,
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((one) => kindInWords(String(one))).join(', ');
  if (typeof value === 'string')
    return unit === 'day' && isDay(value) ? dayInWords(value) : value.replaceAll('-', ' ');
  if (typeof value !== 'number') return 'No value';
  if (unit === 'pence') return pounds(value);
  if (unit === 'percent') return `${value}%`;
  if (!isUnit(unit) || !spans.includes(unit)) return String(value);
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return read !== undefined && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
