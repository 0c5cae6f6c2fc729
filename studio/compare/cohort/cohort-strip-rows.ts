import type { ComparedPair, JobResults, Verdict } from '../../api.ts';
import { pounds } from '../../money-in-words.ts';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import type { Filter } from './create-jobs.ts';
import { eligibilityFirst } from './names-in-rules.ts';

type Compared = JobResults['versions'][number];

/** What a cohort comes to under one version in one thing; undefined where the version has no such thing. */
export interface StripCell {
  readonly text: string | undefined;
  /** Families that are told something else than under the version before. */
  readonly moved: number;
  /** Which they are, among those of the step from the version before. */
  readonly filter: Filter;
}

/** One thing, under each version in order. */
export interface CohortStripRow {
  readonly of:
    | { readonly kind: 'verdict'; readonly path: string }
    | { readonly kind: 'payment'; readonly id: string }
    | { readonly kind: 'all' };
  readonly cells: readonly StripCell[];
}

const words: readonly (readonly [verdict: Verdict, said: string])[] = [
  ['met', 'met'],
  ['unknown', 'not known'],
];

/** How many families have it met and, where there are any, of how many it is not known. */
function verdictText({ verdicts }: Compared, path: string): string | undefined {
  const found = verdicts.find((one) => one.path === path);
  if (found === undefined) return undefined;
  const of = (wanted: Verdict) => found.families.find(({ verdict }) => verdict === wanted)?.count ?? 0;
  const said = words.filter(([verdict]) => verdict === 'met' || of(verdict) > 0);
  return said.map(([verdict, word]) => `${numberInWords(of(verdict))} ${word}`).join(', ');
}

function paidText({ payments }: Compared, payment: string): string | undefined {
  const found = payments.find(({ id }) => id === payment);
  return found && pounds(found.duePence);
}

const movedIn = (pair: ComparedPair | undefined, path: string): number =>
  (pair?.verdicts.find((one) => one.path === path)?.families ?? [])
    .filter(({ from, to }) => from !== to)
    .reduce((sum, { count }) => sum + count, 0);

const paidIn = (pair: ComparedPair | undefined, payment: string): number =>
  pair?.payments.find(({ id }) => id === payment)?.families ?? 0;

/** What a cohort comes to under each version of a comparison, row by row; the families that a step moves are of its pair. */
export function cohortStripRows({
  versions,
  pairs,
}: Pick<JobResults, 'versions' | 'pairs'>): CohortStripRow[] {
  const row = (
    of: CohortStripRow['of'],
    filter: Filter,
    say: (version: Compared, pair: ComparedPair | undefined) => Omit<StripCell, 'filter'>,
  ): CohortStripRow => ({
    of,
    cells: versions.map((version, at) => ({ ...say(version, pairs[at - 1]), filter })),
  });
  const paths = new Set(versions.flatMap(({ verdicts }) => verdicts.map(({ path }) => path)));
  const payments = new Set(versions.flatMap((version) => version.payments.map(({ id }) => id)));
  return [
    ...eligibilityFirst([...paths].map((path) => ({ path }))).map(({ path }) =>
      row({ kind: 'verdict', path }, { path }, (version, pair) => ({
        text: verdictText(version, path),
        moved: movedIn(pair, path),
      })),
    ),
    ...[...payments].map((id) =>
      row({ kind: 'payment', id }, { payment: id }, (version, pair) => ({
        text: paidText(version, id),
        moved: paidIn(pair, id),
      })),
    ),
    row({ kind: 'all' }, { changed: 'true' }, (version, pair) => ({
      text: pounds(version.duePence),
      moved: pair?.changed ?? 0,
    })),
  ];
}

/** Whether any version tells a family something else than the one before it. */
export const isMoved = ({ cells }: CohortStripRow): boolean => cells.some(({ moved }) => moved > 0);

/** How many steps change anything. */
export function cohortStripHeadline({ pairs, families }: Pick<JobResults, 'pairs' | 'families'>): string {
  const steps = pairs.filter(({ changed }) => changed > 0).length;
  const all = counted(families, 'family', 'families');
  if (steps === 0) return `No step from one version to the next tells any of ${all} anything different.`;
  const some = steps === 1 ? `1 of ${pairs.length} steps` : `${steps} of ${pairs.length} steps`;
  return `${some} from one version to the next ${steps === 1 ? 'tells' : 'tell'} some of ${all} something different.`;
}
