import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { tableOf } from './assemble.ts';
import { type Decoded, textOf } from './decode.ts';
import { parted } from './delimiter.ts';
import { headerFindings, holding, unknownName } from './header.ts';
import { Days, delimiterName, type Report } from './report.ts';
import { foundAt, type SourceRow, type Wrong } from './row.ts';
import { rowOf } from './sheet-row.ts';
import { type Table, type Tables, WIDE } from './tables.ts';

/** The longest row, in bytes. */
const LONGEST_ROW = 1024 * 1024;

export interface CsvSource {
  /** As it was sent: `offence.csv`. */
  readonly file: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The name of the table that a file holds, by its own name. */
function stemOf(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}

const broken: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a cell goes on after its closing quote',
  INVALID_OPENING_QUOTE:
    'a quote stands within a cell that is not quoted: write it twice, and quote the cell',
  CSV_MAX_RECORD_SIZE: 'a row is longer than 1 MiB: is a quote not closed?',
};

function brokenText(error: CsvError): Wrong {
  const message = broken[error.code] ?? 'the text is not CSV that can be read';
  return { code: 'csv-broken', message };
}

/** The same bytes, which go on being there for whoever reads on after one has stopped. */
function shared(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const from = bytes[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => from.next() }) };
}

async function drain(bytes: AsyncIterable<unknown>): Promise<void> {
  const rest = bytes[Symbol.asyncIterator]();
  while ((await rest.next()).done !== true) continue;
}

/** The records of a CSV text, lines that are blank among them. Throws a `CsvError` where it is none. */
async function* recordsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    skip_empty_lines: false,
  });
  const fed = pipeline(Readable.from(text), parser);
  // because the parser throws the same to whoever reads it
  const over = fed.catch(() => undefined);
  try {
    for await (const record of parser) yield record as readonly string[];
  } finally {
    await over;
  }
}

interface Reading {
  readonly file: string;
  readonly held: Table | typeof WIDE;
  readonly tables: Tables;
  readonly report: Report;
  readonly days: Days;
  /** Rows read so far, the header too. */
  row: number;
}

async function* rowsOf(
  records: AsyncIterable<readonly string[]>,
  reading: Reading,
): AsyncGenerator<SourceRow> {
  const { file, held, tables, report, days } = reading;
  let header: readonly string[] | undefined;
  for await (const record of records) {
    reading.row += 1;
    if (header === undefined) {
      header = record.map((cell) => cell.trim());
      const wrong = headerFindings(header, held, { at: { file }, tables });
      report.fault(...wrong);
      if (wrong.length > 0) return;
      continue;
    }
    const table = held === WIDE ? undefined : held.name;
    const row = rowOf(record, header, { file, row: reading.row, table });
    if (row === undefined) continue;
    const its = tableOf(row, tables);
    if (its !== undefined) days.see(row, its, report);
    yield row;
  }
}

/**
 * The rows of one CSV file. What makes the file as a whole unfit to be read is a fault of the report, and the rest of it is
 * passed over.
 */
export async function* readCsv(
  { file, bytes: sent }: CsvSource,
  { tables, report }: { readonly tables: Tables; readonly report: Report },
): AsyncGenerator<SourceRow> {
  const bytes = shared(sent);
  const name = stemOf(file);
  const held = holding(name, tables);
  if (held === undefined) {
    report.fault(foundAt({ file }, unknownName(name, tables, 'file')));
    await drain(bytes);
    return;
  }
  const decoded: Decoded = { encoding: 'utf-8', wrong: undefined };
  const { delimiter, text } = await parted(textOf(bytes, decoded));
  const reading: Reading = { file, held, tables, report, days: new Days(), row: 0 };
  try {
    yield* rowsOf(recordsOf(text, delimiter), reading);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report.fault(foundAt({ file, row: Number(Reflect.get(error, 'records')) + 1 }, brokenText(error)));
  }
  if (decoded.wrong !== undefined) report.fault(foundAt({ file }, decoded.wrong));
  else if (reading.row === 0) {
    report.fault(foundAt({ file }, { code: 'no-header', message: 'the file has no header' }));
  }
  await drain(bytes);
  const rows = Math.max(0, reading.row - 1);
  const { encoding } = decoded;
  report.files.push({ file, rows, encoding, delimiter: delimiterName(delimiter), ...reading.days.note() });
}
