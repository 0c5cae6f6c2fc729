import { quote } from '../quote.ts';
import { parseDay, type Day } from '../time/civil-date.ts';
import type { FamilyCode } from './codes.ts';
import { notADay } from './day-text.ts';
import type { Finding, Reading } from './reading.ts';
import { familyLimits } from './limits.ts';

/** Reads the value of `key`; undefined where it is absent, or wrong and reported. */
export type Read<T> = (value: unknown, key: string, reading: Reading) => T | undefined;

export type JsonObject = Readonly<Record<string, unknown>>;

function nature(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** `subject` is what the value is of: a key in backticks, or a phrase such as `a member`. */
export function wrongType(subject: string, wanted: string, value: unknown): Finding {
  return { code: 'wrong-type', message: `${subject} must be ${wanted}, not ${nature(value)}` };
}

/** A value that may be left out: null says no more than its absence. */
export function optional<T>(read: Read<T>): Read<T> {
  return (value, key, reading) => (value === null ? undefined : read(value, key, reading));
}

export const readDay: Read<Day> = (value, key, reading) => {
  if (typeof value === 'string') {
    const day = parseDay(value);
    if (day === undefined) reading.report(key, notADay(value));
    return day;
  }
  if (value !== undefined) reading.report(key, wrongType(quote(key), 'a day such as `2013-10-01`', value));
  return undefined;
};

export const readYesNo: Read<boolean> = (value, key, reading) => {
  if (typeof value === 'boolean') return value;
  if (value !== undefined) reading.report(key, wrongType(quote(key), 'true or false', value));
  return undefined;
};

interface TextRule {
  /** In code points, as JSON Schema counts. */
  readonly most: number;
  readonly mayBeBlank: boolean;
}

interface Fault {
  readonly code: FamilyCode;
  /** What follows the subject in the message. */
  readonly says: string;
}

/** What is wrong with a text, if anything. Only one that may be too long is counted character by character. */
export function textFault(value: unknown, { most, mayBeBlank }: TextRule): Fault | undefined {
  if (typeof value !== 'string') return { code: 'wrong-type', says: `must be text, not ${nature(value)}` };
  if (!mayBeBlank && !/\S/.test(value)) return { code: 'empty', says: 'must not be empty' };
  const length = value.length > most ? Array.from(value).length : 0;
  if (length <= most) return undefined;
  return { code: 'too-long', says: `is ${length} characters long, more than the ${most} it can be` };
}

function textReader(rule: TextRule): Read<string> {
  return (value, key, reading) => {
    if (value === undefined) return undefined;
    const fault = textFault(value, rule);
    if (fault === undefined && typeof value === 'string') return value;
    if (fault !== undefined)
      reading.report(key, { code: fault.code, message: `${quote(key)} ${fault.says}` });
    return undefined;
  };
}

/** An id or a name: never blank. */
export const nameRule: TextRule = { most: familyLimits.name, mayBeBlank: false };
export const readName = textReader(nameRule);
/** Running text that must say something. */
export const readStatement = textReader({ most: familyLimits.text, mayBeBlank: false });
export const freeText = (most: number = familyLimits.text) => textReader({ most, mayBeBlank: true });

/** A whole number from `least` to `most`, both inside. */
export function wholeNumber(least: number, most: number = familyLimits.count): Read<number> {
  return (value, key, reading) => {
    if (value === undefined) return undefined;
    if (typeof value !== 'number') {
      reading.report(key, wrongType(quote(key), 'a whole number', value));
      return undefined;
    }
    const report = (code: FamilyCode, rule: string) => {
      reading.report(key, { code, message: `${quote(key)} is ${value}: ${rule}` });
    };
    if (!Number.isInteger(value)) report('not-whole', 'it must be a whole number');
    else if (value < least) report('negative', `it can be no less than ${least}`);
    else if (value > most) report('more-than-limit', `it can be no more than ${most}`);
    else return value;
    return undefined;
  };
}

const fewEnough = 8;

/** `a`, `b` or `c`, where they are few enough to be told. */
function choice(known: readonly string[]): string {
  const words = known.map(quote);
  const last = words.pop() ?? '';
  if (words.length >= fewEnough) return '';
  return words.length === 0 ? `: it can only be ${last}` : `: it can be ${words.join(', ')} or ${last}`;
}

/** One of a closed list; `what` is how the message calls it, such as `role`. */
export function oneOf<T extends string>(known: readonly T[], code: FamilyCode, what: string): Read<T> {
  const byWord = new Map<string, T>(known.map((word) => [word, word]));
  return (value, key, reading) => {
    if (value === undefined) return undefined;
    if (typeof value !== 'string') {
      reading.report(key, wrongType(quote(key), 'text', value));
      return undefined;
    }
    const found = byWord.get(value);
    if (found === undefined) {
      const message = `no ${what} is named ${quote(value)}${choice(known)}`;
      reading.report(key, { code, message, near: [value, known] });
    }
    return found;
  };
}
