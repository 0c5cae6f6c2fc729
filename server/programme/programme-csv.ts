import type { ProgrammeTotals } from '../../engine/programme.ts';
import { csvText } from '../cohorts/csv-cell.ts';

type Cell = string | number | null;
/** The columns of a row after those that say what it is about. */
interface Row {
  readonly period?: string | null;
  readonly what?: string | null;
  readonly figure?: Cell;
  readonly expected?: Cell;
  readonly percent?: number | null;
  readonly verdict?: string | null;
  readonly pence?: number | null;
  readonly printed?: Cell;
  readonly difference?: Cell;
}
interface About {
  readonly id: string;
  readonly authority: string;
  readonly label: string;
}

const head = [
  ...['kind', 'id', 'authority', 'label', 'period', 'what', 'figure', 'expected', 'per cent', 'verdict'],
  ...['pence', 'printed', 'difference'],
];

function cells(kind: string, { id, authority, label }: About, row: Row): Cell[] {
  const { period, what, figure, expected, percent, verdict, pence, printed, difference } = row;
  return [
    ...[kind, id, authority, label],
    ...[period, what, figure, expected, percent, verdict, pence, printed, difference].map(
      (cell) => cell ?? null,
    ),
  ];
}

function targetRows({ targets }: ProgrammeTotals): Cell[][] {
  return targets.flatMap((target) => {
    const { period, measure: what, verdict, expected, figures, printed } = target;
    const rows: Row[] = target.reached.map((one) => ({
      ...{ figure: one.figure.text, expected: one.expected.text, percent: one.percent },
      ...{ verdict: one.verdict, printed: printed?.percent ?? null, difference: one.differencePercent },
    }));
    const alone: Row[] = [
      ...figures.map(({ families }) => ({ figure: families.text, verdict })),
      ...expected.map(({ families }) => ({ expected: families.text, verdict })),
    ];
    return (rows.length > 0 ? rows : alone).map((row) => cells('target', target, { period, what, ...row }));
  });
}

function moneyRows({ funding, splits }: ProgrammeTotals): Cell[][] {
  return [
    ...funding.flatMap((fund) => [
      ...fund.lines.map(({ label: what, period, pence }) => cells('funding', fund, { what, period, pence })),
      cells('funding', fund, {
        ...{ what: 'Total', pence: fund.pence },
        ...{ printed: fund.printed?.pence ?? null, difference: fund.printed?.differencePence ?? null },
      }),
    ]),
    ...splits.flatMap((split) =>
      split.shares.map(({ label: what, share, pence, printed }) =>
        cells('split', split, {
          ...{ what, figure: share.text, pence },
          ...{ printed: printed?.pence ?? null, difference: printed?.differencePence ?? null },
        }),
      ),
    ),
  ];
}

function releaseRows({ releases }: ProgrammeTotals): Cell[][] {
  return releases.flatMap((release) => {
    const { period, known } = release;
    if (release.released.length === 0) return [cells('release', release, { period, verdict: known })];
    return release.released.map((one) =>
      cells('release', release, {
        ...{ period, what: one.rest, figure: one.share.text, expected: one.from.text },
        ...{ percent: one.percent, verdict: known, pence: one.nowPence },
      }),
    );
  });
}

function allowanceRows({ allowances }: ProgrammeTotals): Cell[][] {
  return allowances.map((one) =>
    cells('allowance', one, {
      ...{ figure: one.asked?.pence ?? null, expected: one.mostPence },
      ...{ pence: one.pence, difference: one.overPence },
    }),
  );
}

function conflictRows({ conflicts }: ProgrammeTotals): Cell[][] {
  return conflicts.map((one) =>
    cells('conflict', one, {
      ...{ what: one.kind, figure: one.said.map(({ value }) => value).join(' / ') },
      difference: one.difference === null ? null : `${one.difference.amount.text} ${one.difference.unit}`,
    }),
  );
}

/** A programme as a table: a row for each figure against each expected number, each line of money, and each conflict. */
export function programmeCsv(totals: ProgrammeTotals): string {
  const rows = [targetRows, moneyRows, releaseRows, allowanceRows, conflictRows];
  return csvText([head, ...rows.flatMap((rowsOf) => rowsOf(totals))]);
}
