import type { Ruleset } from '../../engine.ts';
import type { Filter } from './create-jobs.ts';
import { paymentNamed, verdictOf } from './names-in-rules.ts';
import { type Side, sideWords } from './transitions.ts';

/** What an address may say of the families that are shown, and the server of those that it is asked for. */
const keys = ['path', 'from', 'to', 'payment', 'edit', 'changed', 'wrong'] as const;

/** The filter of an address, without what else stands there. */
export function filterIn(search: Readonly<Record<string, string | string[] | undefined>>): Filter {
  const said = keys.flatMap((key) => {
    const value = search[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return Object.fromEntries(said);
}

const sideIn = (text: string): string => (Object.hasOwn(sideWords, text) ? sideWords[text as Side] : text);

interface Names {
  readonly before: string;
  readonly after: string;
  readonly rulesets: readonly Ruleset[];
  /** An edit in words, by its number. */
  readonly edit: (number: string) => string | undefined;
}

function ofVerdict({ path, from, to }: Filter, { before, after, rulesets }: Names): string[] {
  if (path === undefined) return [];
  const sides = [
    ...(from === undefined ? [] : [`${sideIn(from)} under ${before}`]),
    ...(to === undefined ? [] : [`${sideIn(to)} under ${after}`]),
  ];
  return [`${verdictOf(path, rulesets)}: ${sides.length === 0 ? 'told differently' : sides.join(', ')}`];
}

/** Which families a filter leaves, in words; undefined where it leaves all. */
export function filterInWords(filter: Filter, names: Names): string | undefined {
  const { payment, edit, changed, wrong } = filter;
  const said = [
    ...ofVerdict(filter, names),
    ...(payment === undefined ? [] : [`Payment “${paymentNamed(payment, names.rulesets)}” differs`]),
    ...(edit === undefined ? [] : [`Helped to explain by the edit: ${names.edit(edit) ?? edit}`]),
    ...(changed === 'true' ? ['Told something different'] : []),
    ...(changed === 'false' ? ['Told the same'] : []),
    ...(wrong === 'true' ? ['Could not be decided'] : []),
  ];
  return said.length === 0 ? undefined : said.join('; ');
}
