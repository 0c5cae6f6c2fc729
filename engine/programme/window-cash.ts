import type { CashByWindow, ProjectedColumn, Schedule } from './schedule.ts';
import { inOpeningOrder } from './window-list.ts';

/**
 * The window in which those who become claimable in each column are claimed for: the first that is open on the last day of the
 * column or opens after it, because on no day before the last is it sure of all of them. Null where no such window is left.
 */
export function windowsOfColumns({ columns, to, windows = [] }: Schedule): (string | null)[] {
  const ordered = inOpeningOrder(windows);
  return columns.map((_, at) => {
    const end = columns[at + 1]?.from ?? to;
    if (end === undefined) return null;
    return ordered.find(({ closes }) => end <= closes)?.id ?? null;
  });
}

type Claimed = Pick<CashByWindow['unclaimed'], 'families' | 'cash'>;

/** What some columns come to together, scenario by scenario. */
function together(schedule: Schedule, columns: readonly ProjectedColumn[]): Claimed {
  const sum = (of: (column: ProjectedColumn) => number) =>
    columns.reduce((total, column) => total + of(column), 0);
  return {
    families: sum(({ claimable }) => claimable),
    cash: (schedule.scenarios ?? []).map(({ id }, at) => ({
      id,
      claims: sum(({ cash }) => cash[at]?.claims ?? 0),
      funded: sum(({ cash }) => cash[at]?.funded ?? 0),
      pence: sum(({ cash }) => cash[at]?.pence ?? 0),
    })),
  };
}

/** What is claimed in each window, from what each column comes to; null where a schedule has no windows. */
export function cashByWindow(schedule: Schedule, columns: readonly ProjectedColumn[]): CashByWindow | null {
  if (schedule.windows === undefined) return null;
  return {
    of: schedule.windowsOf ?? null,
    windows: inOpeningOrder(schedule.windows).map(({ standing = null, ...window }) => ({
      ...window,
      standing,
      ...together(
        schedule,
        columns.filter(({ claimedIn }) => claimedIn === window.id),
      ),
    })),
    unclaimed: together(
      schedule,
      columns.filter(({ claimedIn }) => claimedIn === null),
    ),
  };
}
