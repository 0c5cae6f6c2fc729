import type { Projection } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

/** What a table of a projection has a row for. */
export const projectionRows = ['column', 'window'] as const;
export type ProjectionRows = (typeof projectionRows)[number];

type Sums = Projection['columns'][number]['cash'];

const sumsHead = (cash: readonly { readonly id: string }[]) =>
  cash.flatMap(({ id }) => [`${id} claims`, `${id} funded`, `${id} pence`]);
const sums = (of: Sums) => of.flatMap(({ claims, funded, pence }) => [claims, funded, pence]);

/** What the sums of every row rest on: how many of those claimable each scenario claims for, and how many claims are funded. */
function assumed({ cash, funded }: Projection) {
  const share = ({ part, of }: typeof funded) => `${part}/${of}`;
  if (cash.length === 0) return { head: [], cells: [] };
  return {
    head: [...cash.map(({ id }) => `${id} claimed share`), 'funded share'],
    cells: [...cash.map(({ claimed }) => share(claimed)), share(funded)],
  };
}

const leadsHead = (leads: readonly { readonly id: string }[], before = '') =>
  leads.flatMap(({ id }) => [`${before}${id} families`, `${before}${id} room`, `${before}${id} beyond`]);
const led = (leads: Projection['columns'][number]['leads']) =>
  leads.flatMap(({ families, room, beyond }) => [families, room, beyond]);

function byColumn(found: Projection): string {
  const { columns, otherSplits } = found;
  const [first] = columns;
  const same = assumed(found);
  const head = [
    ...['column', 'engaged', 'cumulative', 'leaving', 'caseload', 'claimable', 'cumulative claimable'],
    ...leadsHead(first?.leads ?? []),
    ...sumsHead(first?.cash ?? []),
    ...same.head,
    ...otherSplits.flatMap(({ id, peak }) => leadsHead(peak.leads, `${id} `)),
  ];
  const rows = columns.map((one, at) => [
    ...[
      one.label,
      one.engaged,
      one.cumulative,
      one.leaving,
      one.caseload,
      one.claimable,
      one.cumulativeClaimable,
    ],
    ...led(one.leads),
    ...sums(one.cash),
    ...same.cells,
    ...otherSplits.flatMap((split) => led(split.columns[at]?.leads ?? [])),
  ]);
  return csvText([head, ...rows]);
}

function byWindow(projection: Projection): string {
  const { byWindow: found, cash } = projection;
  const same = assumed(projection);
  const head = [...['window', 'opens', 'closes', 'standing', 'families'], ...sumsHead(cash), ...same.head];
  const rows = (found?.windows ?? []).map((one) => [
    ...[one.label, one.opens, one.closes, one.standing, one.families],
    ...sums(one.cash),
    ...same.cells,
  ]);
  const none = found === null ? [] : [['in no window', null, null, null, found.unclaimed.families]];
  return csvText([
    head,
    ...rows,
    ...none.map((row) => [...row, ...sums(found?.unclaimed.cash ?? []), ...same.cells]),
  ]);
}

/** A projection as a table: a row a column of its schedule or, where that is asked, a row a claim window and what is claimed in none. */
export function projectionCsv(found: Projection, rows: ProjectionRows = 'column'): string {
  return rows === 'column' ? byColumn(found) : byWindow(found);
}
