import { ways } from './family.ts';
import type { Forecast } from './sums.ts';

type Each = Forecast['total'];

const cells = (of: Each) =>
  ways.flatMap((way) => [of[way].families, of[way].claims, of[way].pence, of[way].fundedPence]);

/**
 * A forecast as the rows of a table, its heads first: one for each claim window, one for each of its payments, and one in all. A cell
 * of which nothing is said is null.
 */
export function forecastRows({
  windows,
  total,
}: Pick<Forecast, 'windows' | 'total'>): (string | number | null)[][] {
  const head = [
    ...['window', 'opens', 'closes', 'standing', 'payment'],
    ...ways.flatMap((way) => [`${way} families`, `${way} claims`, `${way} pence`, `${way} funded pence`]),
  ];
  const rows = windows.flatMap(({ label, opens, closes, standing, payments, ...each }) => [
    [label, opens, closes, standing, 'all', ...cells(each)],
    ...payments.map((one) => [label, opens, closes, standing, one.payment, ...cells(one)]),
  ]);
  return [head, ...rows, ['in all', null, null, null, 'all', ...cells(total)]];
}
