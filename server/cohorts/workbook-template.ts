import writeWorkbook from 'write-excel-file/node';
import { templateOf } from './reading/template.ts';
import type { Tables } from './reading/tables.ts';

/** A workbook with a sheet for each table: its header, and an example to replace. Every cell is text, so none is a formula. */
export async function workbookTemplate(tables: Tables): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [...tables.keys()].map((sheet) => {
    const rows = templateOf(sheet, tables) ?? [];
    const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
    return { sheet, data };
  });
  return new Uint8Array(await writeWorkbook(sheets).toBuffer());
}
