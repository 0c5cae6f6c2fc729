import { deflateRawSync } from 'node:zlib';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';

/** A workbook of sheets by name, as a spreadsheet program writes it. */
export async function workbookOf(sheets: Readonly<Record<string, SheetData>>): Promise<Uint8Array> {
  const all = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return writeWorkbook(all).toBuffer();
}

const word = (value: number) => Buffer.from(new Uint16Array([value]).buffer);
const long = (value: number) => Buffer.from(new Uint32Array([value]).buffer);

/** An archive of files by name, deflated. */
export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const [bodies, directory]: Buffer[][] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const shared = [word(20), word(0), word(8), long(0), long(0), long(packed.length), long(content.length)];
    const named = [word(Buffer.byteLength(name)), word(0)];
    const body = Buffer.concat([long(0x04034b50), ...shared, ...named, Buffer.from(name), packed]);
    const rest = [word(0), word(0), word(0), long(0), long(at)];
    directory?.push(
      Buffer.concat([long(0x02014b50), word(20), ...shared, ...named, ...rest, Buffer.from(name)]),
    );
    bodies?.push(body);
    at += body.length;
  }
  const listed = Buffer.concat(directory ?? []);
  const many = word(Object.keys(files).length);
  const end = [long(0x06054b50), word(0), word(0), many, many, long(listed.length), long(at), word(0)];
  return Buffer.concat([...(bodies ?? []), listed, ...end]);
}

/** A workbook of one sheet, by its XML; and what else it holds. */
export function bareWorkbook(
  sheet: string,
  data: string,
  {
    prefix = '',
    more = {},
  }: { readonly prefix?: string; readonly more?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`;
  return archiveOf({
    'xl/workbook.xml': `<${p}workbook${p === '' ? '' : ` xmlns:${prefix}="urn:x"`} xmlns:r="urn:r"><${p}sheets><${p}sheet name="${sheet}" r:id="rId1"/></${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': data,
    ...more,
  });
}
