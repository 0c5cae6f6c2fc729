import writeWorkbook from 'write-excel-file/node';
import { csvText, guarded } from '../cohorts/csv-cell.ts';
import type { JobFamily, JobPair, JobResults, JobVersion } from './results.ts';

/** A text, a number, or nothing. */
export type Cell = string | number | null;
export type TableRow = readonly Cell[];

/** The most rows that a workbook is made of: it is put together in memory. */
export const MOST_SHEET_ROWS = 100_000;

const resultHead = [
  ...['about', 'left', 'right', 'name', 'from', 'to', 'families', 'left due pence', 'right due pence'],
  ...['left possible pence', 'right possible pence', 'explained due pence', 'explained eligible'],
] as const;

type ResultRow = Partial<Record<(typeof resultHead)[number], Cell>>;

const none = (verdict: string | null) => verdict ?? 'none';

type Pounds = Pick<JobPair, 'leftDuePence' | 'rightDuePence' | 'leftPossiblePence' | 'rightPossiblePence'>;

function pounds({ leftDuePence, rightDuePence, leftPossiblePence, rightPossiblePence }: Pounds): ResultRow {
  return {
    'left due pence': leftDuePence,
    'right due pence': rightDuePence,
    'left possible pence': leftPossiblePence,
    'right possible pence': rightPossiblePence,
  };
}

function pairRows(pair: JobPair): ResultRow[] {
  const of = { left: pair.left, right: pair.right };
  return [
    { ...of, about: 'families', families: pair.families, ...pounds(pair) },
    { ...of, about: 'changed', families: pair.changed },
    ...pair.verdicts.flatMap(({ path, families }) =>
      families.map(({ from, to, count }) => ({
        ...{ ...of, about: 'verdict', name: path, from: none(from), to: none(to), families: count },
      })),
    ),
    ...pair.payments.map((one) => ({
      ...{ ...of, about: 'payment', name: one.id, families: one.families },
      ...pounds(one),
    })),
    ...(pair.explained?.edits ?? []).map((one) => ({
      ...{ ...of, about: 'edit', name: `${one.kind} ${one.of} ${one.id}`, families: one.families },
      ...{ 'explained due pence': one.duePence, 'explained eligible': one.eligible },
    })),
  ];
}

function versionRows({ position, verdicts, duePence, possiblePence, payments }: JobVersion): ResultRow[] {
  const of = { left: position };
  const due = (name: string | undefined, pence: { duePence: number; possiblePence: number }): ResultRow => ({
    ...{ ...of, about: name === undefined ? 'version' : 'version payment', name: name ?? null },
    ...{ 'left due pence': pence.duePence, 'left possible pence': pence.possiblePence },
  });
  return [
    due(undefined, { duePence, possiblePence }),
    ...verdicts.flatMap(({ path, families }) =>
      families.map(({ verdict, count }) => ({
        ...{ ...of, about: 'version verdict', name: path, from: none(verdict), families: count },
      })),
    ),
    ...payments.map(({ id, ...pence }) => due(id, pence)),
  ];
}

/** Results as rows under a header. */
export function resultTable({ versions, pairs }: JobResults): TableRow[] {
  const rows = [...versions.flatMap(versionRows), ...pairs.flatMap(pairRows)];
  return [resultHead, ...rows.map((row) => resultHead.map((name) => row[name] ?? null))];
}

export const familyHead: TableRow = [
  ...['family', 'changed', 'what changes', 'left due pence', 'right due pence', 'left possible pence'],
  ...['right possible pence', 'payments', 'edits', 'problem'],
];

/** A family as a row under `familyHead`. */
export function familyRow(one: JobFamily): TableRow {
  const changes = one.changes.map(({ path, from, to }) => `${path}: ${none(from)} to ${none(to)}`);
  const edits = (one.edits ?? []).map(({ kind, of, id }) => `${kind} ${of} ${id}`);
  const due = one.wrong === undefined;
  return [
    ...[one.family, one.changed ? 'yes' : 'no', changes.join('; ')],
    ...(due
      ? [one.leftDuePence, one.rightDuePence, one.leftPossiblePence, one.rightPossiblePence]
      : [null, null, null, null]),
    ...[one.payments.map(({ id }) => id).join('; '), edits.join('; ')],
    one.wrong === undefined ? '' : `${one.wrong.problem} ${one.wrong.places.join(' ')}`.trim(),
  ];
}

// because a spreadsheet takes a file without the mark for the alphabet of its own country
const MARK = '\ufeff';

/** Rows as CSV, some at a time. */
export async function* csvOf(rows: AsyncIterable<TableRow>): AsyncGenerator<Uint8Array, void> {
  let [text, length] = [MARK, 0];
  for await (const row of rows) {
    text += csvText([row]);
    length += 1;
    if (length < 500) continue;
    yield Buffer.from(text);
    [text, length] = ['', 0];
  }
  yield Buffer.from(text);
}

/** Rows as a workbook with one sheet, in which a cell is a text or a number and never a formula. */
export async function workbookOf(rows: readonly TableRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const data = rows.map((row) =>
    row.map((value) => {
      if (value === null || value === '') return null;
      return typeof value === 'number' ? { value, type: Number } : { value: guarded(value), type: String };
    }),
  );
  return new Uint8Array(await writeWorkbook([{ sheet: 'results', data }]).toBuffer());
}
