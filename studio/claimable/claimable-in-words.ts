import { dayInWords, lastDayInWords } from '../day-in-words.ts';
import type { Claimable } from '../engine.ts';
import { pounds } from '../money-in-words.ts';
import type { DaysFound } from './finding-days.ts';

/** The first and the last day of a spell and what it comes to; undefined where there is none. */
export function spellInWords(spell: Claimable['due']): string | undefined {
  if (spell === null) return undefined;
  const { from, until, pence } = spell;
  const first = dayInWords(from);
  const last = until === null ? undefined : lastDayInWords(until);
  const days = last === undefined ? `from ${first}` : last === first ? first : `${first} to ${last}`;
  return `${days}: ${pounds(pence)}`;
}

/** Whether a payment could be had on other days than those on which it is due. */
export const isMorePossible = ({ due, possible }: Claimable): boolean =>
  possible !== null &&
  (due === null ||
    due.from !== possible.from ||
    due.until !== possible.until ||
    due.pence !== possible.pence);

/** What was found, in a sentence: the first day on which anything is due, or might be. */
export function daysHeadline({ payments, until }: DaysFound): string {
  const first = (which: 'due' | 'possible') =>
    payments
      .flatMap((one) => one[which] ?? [])
      .toSorted((one, other) => one.from.localeCompare(other.from))[0];
  const last = dayInWords(until);
  const [due, possible] = [first('due'), first('possible')];
  if (due !== undefined) return `The first payment is due from ${dayInWords(due.from)}.`;
  if (possible !== undefined)
    return `Nothing is due for sure by ${last}. The first payment could be from ${dayInWords(possible.from)}, if what is not known speaks for it.`;
  return `Nothing can be due by ${last}.`;
}
