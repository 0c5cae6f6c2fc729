import type { Standing } from '../governance/decide-draft.ts';
import type { Draft, ExpectedImpact } from '../governance/draft.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { foundInWords } from './in-words.ts';
import { weighed, type Weighed } from './weighed.ts';

const unweighed = 'it was not weighed over the cohort that its author named';

function againstOf({ standing, found }: Weighed, expected: ExpectedImpact | null): string | undefined {
  if (standing === 'not-weighed') return unweighed;
  return standing === 'outside' && found !== undefined && expected !== null
    ? foundInWords(expected, found)
    : undefined;
}

/** What an approval of a draft, as it is submitted now, has to go by. */
export async function standingOf(
  store: Pick<Store, 'read' | 'tables'>,
  library: Library,
  draft: Draft,
): Promise<Standing> {
  const known = await weighed(store, library, draft);
  return {
    hash: draft.submission?.hash,
    found: known.found ?? null,
    outside: known.standing === 'outside',
    awaited: known.standing === 'weighing',
    against: againstOf(known, draft.submission?.expectedImpact ?? null),
  };
}
