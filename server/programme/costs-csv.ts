import type { Costs } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

const head = [
  ...['phase', 'line', 'agency', 'unit cost', 'quantity', 'unit', 'rate pence', 'pence', 'price year'],
  ...['uprated pence', 'printed pence', 'evidence'],
];

/** A cost sheet as a table: a row a line, then one for each phase with its total, and one for what is saved. */
export function costsCsv({ phases, saving }: Costs): string {
  const rows = phases.flatMap(({ id, pence, lines, printed }) => [
    ...lines.map((line) => {
      const { cost = null, quantity = null, unit = null, ratePence = null } = line.counted ?? {};
      const many =
        quantity === null || typeof quantity === 'number' ? quantity : `${quantity.part}/${quantity.of}`;
      return [
        ...[id, line.label, line.agency, cost, many, unit, ratePence, line.pence, line.priceYear],
        ...[line.upratedPence, null, line.evidence],
      ];
    }),
    [id, 'Total', ...Array<null>(7).fill(null), pence, printed?.pence ?? null, null],
  ]);
  const saved =
    saving === null
      ? []
      : [
          [
            'saving',
            'Saved, gross',
            ...Array<null>(7).fill(null),
            saving.pence,
            saving.printed?.pence ?? null,
            null,
          ],
        ];
  return csvText([head, ...rows, ...saved]);
}
