import type { KnownImpact } from '../governance/decide-draft.ts';
import type { Draft, ExpectedImpact } from '../governance/draft.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { foundInWords } from './in-words.ts';
import { weighed, type Weighed } from './weighed.ts';

const unweighed = 'it was not weighed over the cohort that its author named';

function againstOf({ state, found }: Weighed, expected: ExpectedImpact | null): string | undefined {
  if (state === 'not-weighed') return unweighed;
  return state === 'outside' && found !== undefined && expected !== null
    ? foundInWords(expected, found)
    : undefined;
}

/** What an approval of a draft, as it is submitted now, has to go by. */
export async function knownImpactOf(
  store: Pick<Store, 'read' | 'tables'>,
  library: Library,
  draft: Draft,
): Promise<KnownImpact> {
  const known = await weighed(store, library, draft);
  return {
    hash: draft.submission?.hash,
    found: known.found ?? null,
    outside: known.state === 'outside',
    awaited: known.state === 'weighing',
    against: againstOf(known, draft.submission?.expectedImpact ?? null),
  };
}
