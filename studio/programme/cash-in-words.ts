import type { Projection } from '../api.ts';
import { pounds } from '../money-in-words.ts';
import { numberInWords } from '../ui/number-in-words.ts';

/** `£13,300 (19 of 23)`: a sum, and how many are funded of how many claims. */
export function cashInWords({
  pence,
  funded,
  claims,
}: Projection['columns'][number]['cash'][number]): string {
  return claims === 0 ? '–' : `${pounds(pence)} (${numberInWords(funded)} of ${numberInWords(claims)})`;
}
