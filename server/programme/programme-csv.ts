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
  /** How a number is made: `10/100 of 1350`. */
  readonly made?: string | null;
  readonly sources?: readonly Source[];
}
type Source = Said['source'];
type Said = ProgrammeTotals['targets'][number]['figures'][number];
interface About {
  readonly id: string;
  readonly authority: string;
  readonly label: string;
}

const head = [
  ...['kind', 'id', 'authority', 'label', 'period', 'what', 'figure', 'expected', 'per cent', 'verdict'],
  ...['pence', 'printed', 'difference', 'made', 'sources', 'standing', 'notes'],
];

/** What is written of several sources: each thing once. */
const each = (words: readonly (string | undefined)[]) =>
  [...new Set(words.filter((word) => word !== undefined))].join('; ') || null;

/** How numbers that are said were made, and where each stands. */
function madeOf(said: readonly Said[]): Pick<Row, 'made' | 'sources'> {
  const ways = said.map(({ shareOf }) =>
    shareOf === null ? undefined : `${shareOf.share.part}/${shareOf.share.of} of ${shareOf.base.families}`,
  );
  const bases = said.flatMap(({ shareOf }) => (shareOf === null ? [] : [shareOf.base.source]));
  return { made: each(ways), sources: [...said.map(({ source }) => source), ...bases] };
}

function cells(kind: string, { id, authority, label }: About, row: Row): Cell[] {
  const { period, what, figure, expected, percent, verdict, pence, printed, difference, made } = row;
  const { sources = [] } = row;
  const places = sources.map(({ ref, at }) => [ref, at].filter(Boolean).join(', '));
  return [
    ...[kind, id, authority, label],
    ...[period, what, figure, expected, percent, verdict, pence, printed, difference].map(
      (cell) => cell ?? null,
    ),
    ...[made ?? null, each(places), each(sources.map(({ standing }) => standing))],
    each(sources.map(({ note }) => note)),
  ];
}

function targetRows({ targets }: ProgrammeTotals): Cell[][] {
  return targets.flatMap((target) => {
    const { period, measure: what, verdict, expected, figures, printed } = target;
    const saying = (text: string, said: readonly Said[]) =>
      said.filter(({ families }) => families.text === text);
    const rows: Row[] = target.reached.map((one) => ({
      ...madeOf([...saying(one.figure.text, figures), ...saying(one.expected.text, expected)]),
      ...{ figure: one.figure.text, expected: one.expected.text, percent: one.percent },
      ...{ verdict: one.verdict, printed: printed?.percent ?? null, difference: one.differencePercent },
    }));
    const alone: Row[] = [
      ...figures.map((said) => ({ figure: said.families.text, verdict, ...madeOf([said]) })),
      ...expected.map((said) => ({ expected: said.families.text, verdict, ...madeOf([said]) })),
    ];
    return (rows.length > 0 ? rows : alone).map((row) => cells('target', target, { period, what, ...row }));
  });
}

function moneyRows({ funding, splits }: ProgrammeTotals): Cell[][] {
  return [
    ...funding.flatMap((fund) => [
      ...fund.lines.map(({ label: what, period, pence, source }) =>
        cells('funding', fund, { what, period, pence, sources: [source] }),
      ),
      cells('funding', fund, {
        ...{ what: 'Total', pence: fund.pence },
        ...{ printed: fund.printed?.pence ?? null, difference: fund.printed?.differencePence ?? null },
      }),
    ]),
    ...splits.flatMap((split) =>
      split.shares.map(({ label: what, share, pence, printed, source }) =>
        cells('split', split, {
          ...{ what, figure: share.text, pence, sources: [source] },
          ...{ printed: printed?.pence ?? null, difference: printed?.differencePence ?? null },
        }),
      ),
    ),
  ];
}

function releaseRows({ releases }: ProgrammeTotals): Cell[][] {
  return releases.flatMap((release) => {
    const { period, known } = release;
    const bands = release.bands.map(({ from, share, rest: what, source }) =>
      cells('release band', release, {
        ...{ period, what, figure: share.text, expected: from.text, sources: [source] },
      }),
    );
    const released = release.released.map((one) =>
      cells('release', release, {
        ...{ period, what: one.rest, figure: one.share.text, expected: one.from.text },
        ...{ percent: one.percent, verdict: known, pence: one.nowPence, sources: [one.source] },
      }),
    );
    const none = cells('release', release, { period, verdict: known });
    return [...(released.length === 0 ? [none] : released), ...bands];
  });
}

function allowanceRows({ allowances }: ProgrammeTotals): Cell[][] {
  return allowances.map((one) =>
    cells('allowance', one, {
      ...{ figure: one.asked?.pence ?? null, expected: one.mostPence },
      ...{ pence: one.pence, difference: one.overPence },
      ...{ made: one.families === null ? null : `${one.families.families} at ${one.perFamily.pence}` },
      sources: [one.perFamily, one.families, one.asked].flatMap((said) => said?.source ?? []),
    }),
  );
}

function conflictRows({ conflicts }: ProgrammeTotals): Cell[][] {
  return conflicts.map((one) =>
    cells('conflict', one, {
      ...{ what: one.kind, figure: one.said.map(({ value }) => value).join(' / ') },
      difference: one.difference === null ? null : `${one.difference.amount.text} ${one.difference.unit}`,
      sources: one.said.flatMap(({ source }) => source ?? []),
    }),
  );
}

/** A programme as a table: a row for each figure against each expected number, each line of money, and each conflict. */
export function programmeCsv(totals: ProgrammeTotals): string {
  const rows = [targetRows, moneyRows, releaseRows, allowanceRows, conflictRows];
  return csvText([head, ...rows.flatMap((rowsOf) => rowsOf(totals))]);
}
