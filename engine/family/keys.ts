import { isReserved } from '../json-code.ts';
import { quote } from '../quote.ts';
import type { Finding, Reading } from './reading.ts';
import { wrongType, type JsonObject, type Read } from './value.ts';

/** What one key of an object takes. */
export interface Slot {
  readonly required: boolean;
  /** Checks the value, where the object's reader does not read it itself. */
  readonly check?: Read<unknown>;
  /** What null says to `check`: it is wrong, it is known to have no value, or it says no more than its absence. */
  readonly onNull?: 'wrong' | 'known' | 'unknown';
}

/** The keys of one kind of object. */
export interface Keys {
  /** What the object is, with its article: `a member`. */
  readonly what: string;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly required: readonly string[];
  /** What more to say where this key is missing. */
  readonly because?: ReadonlyMap<string, string>;
  /** Why a key that other objects have is not one of these, and which is instead. */
  readonly instead?: ReadonlyMap<string, string>;
}

export function keysOf(what: string, slots: ReadonlyMap<string, Slot>): Keys {
  const required = [...slots].filter(([, slot]) => slot.required).map(([key]) => key);
  return { what, slots, required };
}

/** Slots of keys that the object's reader reads itself. */
export function slotsOf(required: readonly string[], others: readonly string[]): Map<string, Slot> {
  const slots = new Map<string, Slot>(required.map((key) => [key, { required: true }]));
  for (const key of others) slots.set(key, { required: false });
  return slots;
}

export function reservedKey(key: string): Finding {
  return { code: 'reserved-key', message: `no key may be named ${quote(key)}` };
}

function stranger(key: string, { what, slots, instead }: Keys): Finding {
  if (isReserved(key)) return reservedKey(key);
  const code = 'unknown-key';
  const message = instead?.get(key);
  if (message !== undefined) return { code, message };
  return { code, message: `no key of ${what} is named ${quote(key)}`, near: [key, slots.keys()] };
}

function reportMissing(object: JsonObject, keys: Keys, reading: Reading): void {
  for (const key of keys.required) {
    if (object[key] !== undefined) continue;
    const message = `${keys.what} must have ${quote(key)}${keys.because?.get(key) ?? ''}`;
    reading.report(key, { code: 'missing-key', message });
  }
}

/**
 * Reports keys that the object should not have, values that their slots refuse, then keys it lacks. True where a null
 * says no more than the absence of its key.
 */
export function checkKeys(object: JsonObject, keys: Keys, reading: Reading): boolean {
  let missing = keys.required.length;
  let nullIsUnknown = false;
  for (const key in object) {
    const slot = keys.slots.get(key);
    if (slot === undefined) {
      if (reading.isFull()) break;
      reading.report(key, stranger(key, keys));
      continue;
    }
    const value = object[key];
    if (slot.required && value !== undefined) missing -= 1;
    if (slot.check === undefined) continue;
    if (value !== null || slot.onNull === 'wrong') slot.check(value, key, reading);
    else nullIsUnknown ||= slot.onNull === 'unknown';
  }
  if (missing > 0) reportMissing(object, keys, reading);
  return nullIsUnknown;
}

/** The object without the keys whose null says no more than their absence. */
export function withoutUnknown(object: JsonObject, { slots }: Keys): JsonObject {
  const said = ([key, value]: [string, unknown]) => value !== null || slots.get(key)?.onNull !== 'unknown';
  return Object.fromEntries(Object.entries(object).filter(said));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function tooMany(key: string, count: number, most: number): Finding {
  return { code: 'too-many', message: `${quote(key)} has ${count} items, more than the ${most} it can have` };
}

export interface ListForm<T> {
  readonly keys: Keys;
  readonly most: number;
  /** Is given the object without what is null and unknown. */
  readonly read: (object: JsonObject, index: number, reading: Reading) => T;
}

function readItems<T>(items: readonly unknown[], { keys, read }: ListForm<T>, reading: Reading): T[] {
  const list: T[] = [];
  let index = 0;
  for (const item of items) {
    if (reading.isFull()) break;
    reading.enter(index);
    if (isObject(item)) {
      const nullIsUnknown = checkKeys(item, keys, reading);
      list.push(read(nullIsUnknown ? withoutUnknown(item, keys) : item, index, reading));
    } else reading.report(undefined, wrongType(keys.what, 'an object', item));
    reading.leave();
    index += 1;
  }
  return list;
}

/** A list of objects of one kind. A list that is too long is not read further. */
export function listOf<T>(form: ListForm<T>): Read<T[]> {
  return (value, key, reading) => {
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      reading.report(key, wrongType(quote(key), 'a list', value));
      return undefined;
    }
    const items: readonly unknown[] = value;
    if (items.length > form.most) {
      reading.report(key, tooMany(key, items.length, form.most));
      return undefined;
    }
    reading.enter(key);
    const list = readItems(items, form, reading);
    reading.leave();
    return list;
  };
}
