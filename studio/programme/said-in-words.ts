import type { ProgrammeTotals } from '../api.ts';
import { numberInWords } from '../ui/number-in-words.ts';

export type Said = ProgrammeTotals['targets'][number]['figures'][number];
export type Source = Said['source'];
type Sources = ProgrammeTotals['sources'];

interface Part {
  readonly part: number;
  readonly of: number;
}

/** `40 %`, `a third`, or `5 of 6`. */
export function shareInWords({ part, of }: Part): string {
  if (part === of) return 'all';
  if (part === 0) return 'nothing';
  if ((part * 100) % of === 0) return `${String((part * 100) / of)} %`;
  return part === 1 && of === 3 ? 'a third' : `${numberInWords(part)} of ${numberInWords(of)}`;
}

/** How a number is made: `10 % of 1,350`; undefined where it is counted. */
export function madeInWords({ shareOf }: Pick<Said, 'shareOf'>): string | undefined {
  return shareOf === null
    ? undefined
    : `${shareInWords(shareOf.share)} of ${numberInWords(shareOf.base.families)}`;
}

/** The title of a source and the place in it. */
export function sourceInWords({ ref, at }: Source, sources: Sources): string {
  return [sources[ref]?.title ?? ref, at].filter(Boolean).join(', ');
}

/** Each number once, with the ways in which it is made where one of them is a share. */
export function numbersInWords(said: readonly Said[]): string {
  if (said.length === 0) return 'Not known';
  const numbers = [...new Set(said.map(({ families }) => families.text))];
  const words = numbers.map((text) => {
    const ways = said.filter(({ families }) => families.text === text).map(madeInWords);
    if (ways.every((way) => way === undefined)) return text;
    return `${text} (${[...new Set(ways.map((way) => way ?? 'as it is said'))].join(', and ')})`;
  });
  return words.join(' or ');
}
