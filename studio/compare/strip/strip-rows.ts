import type { Strip, Verdict } from '../../api.ts';
import { pounds } from '../../money-in-words.ts';

/** What one version tells a family of one thing; undefined where the version has no such thing. */
export interface Cell {
  readonly verdict?: Verdict;
  readonly text?: string;
  /** Whether the version before tells something else. */
  readonly isFlip: boolean;
}

/** One thing that a family is told, under each version in order. */
export interface StripRow {
  readonly id: string;
  readonly what: string;
  readonly cells: readonly Cell[];
}

type Decided = Strip['versions'][number];
type Said = Omit<Cell, 'isFlip'>;

interface Plan {
  readonly id: string;
  readonly what: string;
  readonly say: (decided: Decided) => Said | undefined;
}

interface Named {
  readonly id: string;
  readonly label: string;
  readonly verdict: Verdict;
}

/** Everything of one kind that any version has, in the order in which it first comes, by its newest label. */
function allOf<One extends Named>(
  versions: readonly Decided[],
  list: (decided: Decided) => readonly One[],
  row: { readonly kind: string; readonly say: (one: NoInfer<One>) => Said },
): Plan[] {
  const labels = new Map(versions.flatMap((one) => list(one).map(({ id, label }) => [id, label] as const)));
  return [...labels].map(([id, label]) => ({
    id: `${row.kind}:${id}`,
    what: `${row.kind} “${label}”`,
    say: (decided) => {
      const one = list(decided).find((other) => other.id === id);
      return one && row.say(one);
    },
  }));
}

const verdictOf = ({ verdict }: { readonly verdict: Verdict }): Said => ({ verdict });

function plansOf(versions: readonly Decided[]): readonly Plan[] {
  return [
    { id: 'eligibility', what: 'Eligibility', say: ({ eligibility }) => verdictOf(eligibility) },
    ...allOf(versions, ({ eligibility }) => eligibility.routes, { kind: 'Route', say: verdictOf }),
    ...allOf(versions, ({ criteria }) => criteria, { kind: 'Criterion', say: verdictOf }),
    ...allOf(versions, ({ outcomes }) => outcomes, { kind: 'Outcome', say: verdictOf }),
    ...allOf(versions, ({ payments }) => payments, {
      kind: 'Payment',
      say: ({ verdict, duePence }) => ({ verdict, text: `${pounds(duePence)} due` }),
    }),
    { id: 'due', what: 'Due in all', say: ({ totalDuePence }) => ({ text: pounds(totalDuePence) }) },
    {
      id: 'possible',
      what: 'The most that could be due in all',
      say: ({ totalPossiblePence }) => ({ text: pounds(totalPossiblePence) }),
    },
  ];
}

const same = (one: Said | undefined, other: Said | undefined) =>
  one?.verdict === other?.verdict && one?.text === other?.text;

/** What a family is told under each version, row by row. */
export function stripRows({ versions }: Pick<Strip, 'versions'>): readonly StripRow[] {
  return plansOf(versions).map(({ id, what, say }) => {
    const said = versions.map(say);
    const cells = said.map((one, at): Cell => ({ ...one, isFlip: at > 0 && !same(one, said[at - 1]) }));
    return { id, what, cells };
  });
}

/** Whether any version tells something else than the one before it. */
export const flips = ({ cells }: StripRow): boolean => cells.some(({ isFlip }) => isFlip);

/** As much of a strip as its headline counts. */
type StripSaid = Readonly<Record<'versions' | 'unreadable' | 'flips', readonly unknown[]>>;

/** How many versions tell something else than the one before, of those that can read the family. */
export function headline({ versions, unreadable, flips: found }: StripSaid): string {
  const which = unreadable.length === 0 ? '' : ' that can read it';
  const [many, some] = [versions.length, found.length];
  if (many === 1) return `There is one version${which}, and none to set beside it.`;
  if (some === 0) return `All ${many} versions${which} tell the family the same.`;
  return `Of ${many} versions${which}, ${some} ${some === 1 ? 'tells' : 'tell'} the family something else than the one before.`;
}
