import type { Costs } from '../api.ts';
import { pounds } from '../money-in-words.ts';
import { counted } from '../ui/number-in-words.ts';
import { type ConflictRow, saidBy } from './said-by.ts';

const joined = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** Of which years the prices are that are added up, and what was made of them. */
export function pricesInWords({ uprated, priceYears }: Pick<Costs, 'uprated' | 'priceYears'>): string {
  if (uprated !== null) {
    const index = uprated.source === null ? uprated.index : saidBy(uprated.index, uprated.source);
    return `Every cost is made the prices of ${uprated.to} by an index, ${index}; what it is as printed stands beside it.`;
  }
  const years = joined(priceYears);
  return priceYears.length > 1
    ? `Prices are those of ${years} together, as printed: no index was given to make them the prices of one year.`
    : `Prices are those of ${years}, as printed.`;
}

/** Figures of sources that differ, each for one family. */
export function conflictsOfCosts({ conflicts }: Pick<Costs, 'conflicts'>): ConflictRow[] {
  return conflicts.map(({ label, figures, differencePence }) => ({
    label,
    said: figures.map(({ pencePerFamily, families, source }) => {
      const of = families === 1 ? '' : `, shared by ${counted(families, 'family', 'families')}`;
      return saidBy(`${pounds(pencePerFamily)} a family${of}`, source);
    }),
    apart: pounds(differencePence),
    note: figures.flatMap(({ source: { note } }) => note ?? []).join(' '),
  }));
}
