import { dayInWords, lastDayInWords } from '../../day-in-words.ts';
import { verdictWord } from '../../decision/verdict-words.ts';
import { instantInWords } from '../../instant-in-words.ts';
import type { Filter } from './filter.ts';

interface Names {
  /** What a part of the rules is called, by its id. */
  readonly part: (id: string) => string;
  readonly who: (actor: string) => string;
}

const quoted = (text: string) => `“${text.replace(/[.:]$/, '')}”`;

function rulesInWords({ ruleset, version, hash }: Filter): string[] {
  if (ruleset === undefined) return hash === undefined ? [] : [`under the version of ${hash}`];
  return [version === undefined ? `under ${ruleset}, any version` : `under ${ruleset} ${version}`];
}

/** A day or an instant in words; as it stands where an address says it amiss. */
const told = (text: string, inWords: (text: string) => string) =>
  Number.isNaN(Date.parse(text)) ? text : inWords(text);

function daysInWords({ asOfFrom, asOfTo, keptFrom, keptTo }: Filter): string[] {
  return [
    ...(asOfFrom === undefined ? [] : [`decided as of ${told(asOfFrom, dayInWords)} or later`]),
    ...(asOfTo === undefined ? [] : [`decided as of ${told(asOfTo, lastDayInWords)} or earlier`]),
    ...(keptFrom === undefined ? [] : [`kept from ${told(keptFrom, instantInWords)} on`]),
    ...(keptTo === undefined ? [] : [`kept before ${told(keptTo, instantInWords)}`]),
  ];
}

function standingInWords({ superseded, supersedes, restsOn }: Filter): string[] {
  return [
    ...(superseded === 'true' ? ['superseded by another'] : []),
    ...(superseded === 'false' ? ['that still stand'] : []),
    ...(supersedes === undefined ? [] : [`that stand in for ${supersedes}`]),
    ...(restsOn === undefined ? [] : [`that rest on ${restsOn}`]),
  ];
}

/** Which kept decisions a filter means, a phrase for each thing that it says; none where it means all. */
export function filterInWords(filter: Filter, { part, who }: Names): readonly string[] {
  const { family, parts, onlyBecause } = filter;
  return [
    ...rulesInWords(filter),
    ...(family === undefined ? [] : [`of family ${family}`]),
    ...parts.map(({ node, verdict }) => `${quoted(part(node))}: ${verdictWord(verdict)}`),
    ...(onlyBecause === undefined ? [] : [`met only because ${quoted(part(onlyBecause))} did not apply`]),
    ...daysInWords(filter),
    ...(filter.who === undefined ? [] : [`kept by ${who(filter.who)}`]),
    ...standingInWords(filter),
  ];
}
