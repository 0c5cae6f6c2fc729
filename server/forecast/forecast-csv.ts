import { csvText } from '../cohorts/csv-cell.ts';
import type { ForecastAnswer } from './forecast-families.ts';

const ways = ['low', 'expected', 'high'] as const;
type Each = Pick<ForecastAnswer['total'], (typeof ways)[number]>;

const cells = (of: Each) =>
  ways.flatMap((way) => [of[way].families, of[way].claims, of[way].pence, of[way].fundedPence]);

/** A forecast as a table: a row for each claim window, each of its payments, and in all. */
export function forecastCsv({ windows, total }: Pick<ForecastAnswer, 'windows' | 'total'>): string {
  const head = [
    ...['window', 'opens', 'closes', 'standing', 'payment'],
    ...ways.flatMap((way) => [`${way} families`, `${way} claims`, `${way} pence`, `${way} funded pence`]),
  ];
  const rows = windows.flatMap(({ label, opens, closes, standing, payments, ...each }) => [
    [label, opens, closes, standing, 'all', ...cells(each)],
    ...payments.map((one) => [label, opens, closes, standing, one.payment, ...cells(one)]),
  ]);
  return csvText([head, ...rows, ['in all', null, null, null, 'all', ...cells(total)]]);
}
