import type { Projection } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

/** What a table of a projection has a row for. */
export const projectionRows = ['column', 'window'] as const;
export type ProjectionRows = (typeof projectionRows)[number];

function byColumn({ columns }: Projection): string {
  const [first] = columns;
  const head = [
    ...['column', 'engaged', 'cumulative', 'leaving', 'caseload', 'claimable', 'cumulative claimable'],
    ...(first?.leads ?? []).flatMap(({ id }) => [`${id} families`, `${id} room`, `${id} beyond`]),
    ...(first?.cash ?? []).flatMap(({ id }) => [`${id} claims`, `${id} pence`]),
  ];
  const rows = columns.map((one) => [
    ...[
      one.label,
      one.engaged,
      one.cumulative,
      one.leaving,
      one.caseload,
      one.claimable,
      one.cumulativeClaimable,
    ],
    ...one.leads.flatMap(({ families, room, beyond }) => [families, room, beyond]),
    ...one.cash.flatMap(({ claims, pence }) => [claims, pence]),
  ]);
  return csvText([head, ...rows]);
}

function byWindow({ byWindow: found, cash }: Projection): string {
  const head = [
    ...['window', 'opens', 'closes', 'standing', 'families'],
    ...cash.flatMap(({ id }) => [`${id} claims`, `${id} pence`]),
  ];
  const sums = (of: Projection['columns'][number]['cash']) =>
    of.flatMap(({ claims, pence }) => [claims, pence]);
  const rows = (found?.windows ?? []).map((one) => [
    ...[one.label, one.opens, one.closes, one.standing, one.families],
    ...sums(one.cash),
  ]);
  const none = found === null ? [] : [['in no window', null, null, null, found.unclaimed.families]];
  return csvText([head, ...rows, ...none.map((row) => [...row, ...sums(found?.unclaimed.cash ?? [])])]);
}

/** A projection as a table: a row a column of its schedule or, where that is asked, a row a claim window and what is claimed in none. */
export function projectionCsv(found: Projection, rows: ProjectionRows = 'column'): string {
  return rows === 'column' ? byColumn(found) : byWindow(found);
}
