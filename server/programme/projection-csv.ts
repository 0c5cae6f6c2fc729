import type { Projection } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

/** A projection as a table: a row a column of its schedule, and for each lead and scenario columns of its own. */
export function projectionCsv({ columns }: Projection): string {
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
