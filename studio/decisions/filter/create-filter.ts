import { useSearchParams } from '@solidjs/router';
import { createMemo } from 'solid-js';
import { createReading } from '../../reading/create-reading.ts';
import type { Wanted } from '../../reading/create-reading.ts';
import { createOverview } from '../../session/create-overview.ts';
import { createActors } from '../create-actors.ts';
import { type Filter, filterIn, questionOf } from './filter.ts';
import { filterInWords } from './filter-in-words.ts';
import { partNames } from './part-names.ts';

/** The filter that the address says: nothing moves where the same is said again. */
export function createFilter() {
  const [search] = useSearchParams();
  const text = createMemo(() => JSON.stringify(filterIn(search)));
  // because it is the text of a filter
  const filter = createMemo(() => JSON.parse(text()) as Filter);
  return filter;
}

/** What parts of rules are called, of a version that is named as `phase-1@1.0.0`, or of the newest of a ruleset. */
export function createPartNames(rules: () => string) {
  const overview = createOverview();
  const wanted = createMemo((): Wanted | undefined => {
    const [id = '', version] = rules().split('@');
    if (id === '') return undefined;
    const newest = overview
      .value()
      ?.rulesets.find((one) => one.id === id)
      ?.versions.at(-1);
    const named = version ?? newest;
    return named === undefined ? undefined : { id, version: named };
  });
  const reading = createReading(() => wanted());
  const names = createMemo(() => partNames(reading.value()));
  return { overview, names, reading, wanted };
}

const rulesOf = ({ ruleset = '', version }: Filter) =>
  version === undefined ? ruleset : `${ruleset}@${version}`;

/** The filter of the address, in words and as the server is asked by it. */
export function createFilterNamed() {
  const filter = createFilter();
  const named = createPartNames(() => rulesOf(filter()));
  const actors = createActors();
  const words = createMemo(() => filterInWords(filter(), { part: named.names().textOf, who: actors.nameOf }));
  return { filter, words, actors, ...named, question: () => questionOf(filter()) };
}
export type FilterNamed = ReturnType<typeof createFilterNamed>;
