import type { Verdict } from '../../api.ts';
import { isVerdict } from '../../decision/verdict-words.ts';

/** A part of the rules, and what it came to. */
export interface PartVerdict {
  readonly node: string;
  readonly verdict: Verdict;
}

/** What an address says once of the decisions that are meant, in the words of the server’s own question. */
const singles = [
  ...(['ruleset', 'version', 'hash', 'asOfFrom', 'asOfTo', 'keptFrom', 'keptTo'] as const),
  ...(['family', 'who', 'restsOn', 'supersedes', 'onlyBecause'] as const),
] as const;
export type Single = (typeof singles)[number];

/** Which kept decisions are meant. Days and instants: `From` is in, `To` is the first outside. */
export type Filter = Readonly<Partial<Record<Single, string>>> & {
  readonly superseded?: 'true' | 'false';
  readonly parts: readonly PartVerdict[];
};

/** What stands after the `?` of an address, as the router reads it. */
export type Search = Readonly<Partial<Record<string, string | string[]>>>;

export const saidIn = (said: string | string[] | undefined): readonly string[] =>
  said === undefined ? [] : [said].flat();

/** The first that an address says under a name. */
export const firstIn = (search: Search, name: string): string | undefined => saidIn(search[name])[0];

/** From which of so many rows on an address shows them: the first, where it names no row that there is. */
export function rowFrom(search: Search, rows: number): number {
  const said = Number(firstIn(search, 'from') ?? '0');
  return Number.isInteger(said) && said > 0 && said < rows ? said : 0;
}

/** A row in an address; nothing of the first. */
export const rowSaid = (row: number) => (row === 0 ? undefined : String(row));

/** The filter of an address, without what else stands there. */
export function filterIn(search: Search): Filter {
  const said = singles.flatMap((name) => {
    const value = firstIn(search, name);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const superseded = firstIn(search, 'superseded');
  const verdicts = saidIn(search['verdict']);
  const parts = saidIn(search['node']).flatMap((node, at) => {
    const verdict = verdicts[at];
    return verdict !== undefined && isVerdict(verdict) ? [{ node, verdict }] : [];
  });
  return {
    ...Object.fromEntries(said),
    ...(superseded === 'true' || superseded === 'false' ? { superseded } : {}),
    parts,
  };
}

/** A filter as the server is asked by it. */
export function questionOf({ parts, ...others }: Filter) {
  if (parts.length === 0) return others;
  return {
    ...others,
    node: parts.map(({ node }) => node),
    verdict: parts.map(({ verdict }) => verdict),
  };
}

/** What is asked of the same decisions by other things than the parts of their rules. */
export const withoutParts = (filter: Filter) =>
  questionOf(
    filterIn({ ...questionOf(filter), node: undefined, verdict: undefined, onlyBecause: undefined }),
  );

type Said = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An address with what is said of each name; a name of which nothing is said is left out. */
export function addressWith(path: string, said: Said): string {
  const all = Object.entries(said).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const query = new URLSearchParams(all).toString();
  return query === '' ? path : `${path}?${query}`;
}
