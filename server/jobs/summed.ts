import type { Version } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { type Job, partsOf, questionOf } from './find.ts';
import type { JobResults } from './results.ts';
import { rowsOf } from './rows.ts';
import { editsOf, PairSum, type Positions, VersionSum } from './sum.ts';

/** A finished job and the versions it was asked under, in its order. */
export interface Finished {
  readonly job: Job;
  readonly versions: readonly Version[];
}

/** Neighbours, unless two are asked for. */
function pairsOf(versions: number, asked: Positions | undefined): readonly Positions[] {
  if (asked !== undefined) return asked.left === asked.right ? [] : [asked];
  return Array.from({ length: Math.max(0, versions - 1) }, (_, left) => ({ left, right: left + 1 }));
}

/** What a job came to, put together from its parts, one after another. */
export async function resultsOf(
  store: Pick<Store, 'read' | 'tables'>,
  { job, versions }: Finished,
  asked: Positions | undefined,
): Promise<JobResults> {
  const question = questionOf(job);
  const at = (position: number) => {
    const version = versions[position];
    if (version === undefined) throw new Error('invariant: a position is of a version');
    return version;
  };
  const pairs = pairsOf(versions.length, asked).map((positions) => {
    const sides = [at(positions.left), at(positions.right)] as const;
    return new PairSum(sides, positions, editsOf({ question, versions }, positions));
  });
  const sums = versions.map((version, position) => new VersionSum(version, position));
  let [families, wrong] = [0, 0];
  for await (const stored of partsOf(store, job.id)) {
    const part = await rowsOf(stored);
    families += part.rows.length;
    wrong += part.wrong.length;
    for (const row of part.rows) {
      for (const sum of sums) sum.add(row);
      for (const pair of pairs) pair.add(row);
    }
  }
  return {
    ...{ job: job.id, families, wrong, erased: job.erased },
    versions: sums.map((sum) => sum.sum()),
    pairs: pairs.map((pair) => pair.sum()),
  };
}
