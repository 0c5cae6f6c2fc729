import { type Unit, unitRows } from './units.ts';

/** What a parameter begins with in a unit, whatever it was in another. */
export function begunIn(unit: Unit): Readonly<Record<string, unknown>> {
  if (unit === 'choice') return { unit, choices: ['first', 'second'], value: 'first' };
  return { unit, value: unitRows[unit].first };
}
