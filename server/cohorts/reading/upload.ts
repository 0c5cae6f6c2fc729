import type { Entry, Reader } from './reader.ts';
import { readCsv } from './csv.ts';
import { entriesOfLines } from './lines.ts';
import { readNdjson } from './ndjson.ts';
import type { Report } from './report.ts';
import { foundAt, quoted, type SourceRow } from './row.ts';
import { Spool } from './spool.ts';
import { readWorkbook } from './workbook.ts';

/** How a file is written. */
export type Form = 'csv' | 'ndjson' | 'xlsx';

const endings: Readonly<Record<string, Form>> = {
  ...{ csv: 'csv', txt: 'csv', xlsx: 'xlsx' },
  ...{ ndjson: 'ndjson', jsonl: 'ndjson' },
};

/** Tables come as CSV, in workbooks, or both. */
const isLines = (form: Form | undefined) => form === 'ndjson';

/** The form of a file by its name; undefined where it says none. */
export function formOf(file: string): Form | undefined {
  return endings[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
}

/** One file while it is being sent. The next one comes when it has been read to its end. */
export interface SentFile {
  readonly file: string;
  /** Undefined where nothing says it. */
  readonly form: Form | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Reading {
  readonly reader: Reader;
  readonly report: Report;
  /** The longest line of NDJSON. */
  readonly lineBytes: number;
  /** A folder for what lives no longer than the reading. */
  readonly scratch: string;
  /** Told of every row. What it throws ends the reading. */
  readonly onRow: () => void | Promise<void>;
}

async function drain(bytes: AsyncIterable<unknown>): Promise<void> {
  const rest = bytes[Symbol.asyncIterator]();
  while ((await rest.next()).done !== true) continue;
}

async function unfit(file: SentFile, report: Report, form: Form | undefined): Promise<void> {
  const message =
    file.form === undefined
      ? `what ${quoted(file.file)} is, its name does not say: it must end in \`.csv\`, \`.xlsx\` or \`.ndjson\``
      : `an upload is NDJSON or tables, and ${quoted(file.file)} came after a file of the other kind`;
  const code = form === undefined || file.form === undefined ? 'unknown-form' : 'mixed-forms';
  report.fault(foundAt({ file: file.file }, { code, message }));
  await drain(file.bytes);
}

function rowsIn(
  { file, form, bytes }: SentFile & { readonly form: Form },
  { report, lineBytes, reader: { tables }, scratch }: Reading,
): AsyncGenerator<SourceRow> {
  switch (form) {
    case 'csv':
      return readCsv({ file, bytes }, { tables, report });
    case 'ndjson':
      return readNdjson({ file, bytes, lineBytes }, report);
    case 'xlsx':
      return readWorkbook({ file, bytes }, { tables, report, scratch });
  }
}

/** The rows of every file of one kind; files of another are faults. */
async function* rowsOf(
  files: AsyncIterable<SentFile>,
  reading: Reading,
  asked: { form: Form | undefined },
): AsyncGenerator<SourceRow> {
  for await (const file of files) {
    asked.form ??= file.form;
    if (file.form === undefined || isLines(file.form) !== isLines(asked.form)) {
      await unfit(file, reading.report, asked.form);
      continue;
    }
    const rows = rowsIn({ ...file, form: file.form }, reading);
    for await (const row of rows) {
      await reading.onRow();
      yield row;
    }
  }
}

async function* sorted(rows: AsyncIterable<SourceRow>, reading: Reading): AsyncGenerator<Entry[]> {
  const spool = await Spool.open(reading.scratch);
  try {
    for await (const row of rows) await spool.add(row);
    if (reading.report.faults.length === 0) yield* spool.entries(reading.reader);
  } finally {
    await spool.close();
  }
}

/**
 * The families of what was sent, a block at a time, in the order in which they come first. Where the report has faults at
 * the end, nothing of it may be kept.
 */
export async function* entriesOf(files: AsyncIterable<SentFile>, reading: Reading): AsyncGenerator<Entry[]> {
  const sent = files[Symbol.asyncIterator]();
  const first = await sent.next();
  if (first.done === true) {
    reading.report.fault(foundAt({ file: '' }, { code: 'no-file', message: 'no file was sent' }));
    return;
  }
  async function* all(): AsyncGenerator<SentFile> {
    yield first.value;
    for (let next = await sent.next(); next.done !== true; next = await sent.next()) yield next.value;
  }
  const rows = rowsOf(all(), reading, { form: undefined });
  if (first.value.form === 'ndjson') yield* entriesOfLines(rows, reading.reader);
  else yield* sorted(rows, reading);
}
