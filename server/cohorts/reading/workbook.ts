import { tableOf } from './assemble.ts';
import type { CsvSource } from './csv.ts';
import { headerFindings, holding, unknownName } from './header.ts';
import { Days, type Report } from './report.ts';
import { foundAt, type SourceRow } from './row.ts';
import { scratchFile } from './scratch-file.ts';
import { sheetRows } from './sheet.ts';
import { rowOf } from './sheet-row.ts';
import { type Tables, WIDE } from './tables.ts';
import { type SheetPart, type Workbook, workbookIn } from './workbook-parts.ts';
import { Unfit, Zip } from './zip.ts';

interface Reading {
  readonly file: string;
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly tables: Tables;
  readonly report: Report;
}

/** The rows of one sheet. One without a cell is passed over, whatever its name. */
async function* rowsOf({ sheet, part }: SheetPart, reading: Reading): AsyncGenerator<SourceRow> {
  const { file, zip, workbook, tables, report } = reading;
  const held = holding(sheet, tables);
  const days = new Days();
  let header: readonly string[] | undefined;
  let last = 0;
  for await (const found of sheetRows(zip.text(part), workbook)) {
    if ('wrong' in found) {
      report.fault(foundAt({ file, sheet, ...found }, found.wrong));
      continue;
    }
    if (found.cells.every((cell) => cell.trim() === '')) continue;
    if (held === undefined) {
      report.fault(foundAt({ file, sheet }, unknownName(sheet, tables, 'sheet')));
      return;
    }
    last = found.row;
    if (header === undefined) {
      header = found.cells.map((cell) => cell.trim());
      report.fault(...headerFindings(header, held, { at: { file, sheet }, tables }));
      continue;
    }
    const table = held === WIDE ? undefined : held.name;
    const row = rowOf(found.cells, header, { file, sheet, row: found.row, table });
    if (row === undefined) continue;
    const its = tableOf(row, tables);
    if (its !== undefined) days.see(row, its, report);
    yield row;
  }
  if (header !== undefined) report.files.push({ file, sheet, rows: Math.max(0, last - 1), ...days.note() });
}

/**
 * The rows of a workbook, sheet by sheet. What makes it unfit is a fault of the report. It is unpacked as it is read, from
 * a file without a name, so that memory stays flat but for the text that its cells share.
 */
export async function* readWorkbook(
  { file, bytes }: CsvSource,
  { tables, report, scratch }: { readonly tables: Tables; readonly report: Report; readonly scratch: string },
): AsyncGenerator<SourceRow> {
  const handle = await scratchFile(scratch);
  try {
    for await (const piece of bytes) await handle.write(piece);
    const zip = await Zip.open(handle);
    const workbook = await workbookIn(zip);
    for (const sheet of workbook.sheets) yield* rowsOf(sheet, { file, zip, workbook, tables, report });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    report.fault(foundAt({ file }, error.wrong));
  } finally {
    await handle.close();
  }
}
