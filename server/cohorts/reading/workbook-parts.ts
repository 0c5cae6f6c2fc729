import path from 'node:path';
import { saidIn } from './xml.ts';
import { Unfit, type Zip } from './zip.ts';

/** Text that the cells of a workbook share, in characters, at most. */
const MOST_SHARED = 256 * 1024 * 1024;

export interface SheetPart {
  readonly sheet: string;
  /** Its file within the archive. */
  readonly part: string;
}

/** What the cells of all sheets refer to. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** Whether a number in a cell of this style is a day, by the number of the style. */
  readonly days: readonly boolean[];
  /** Whether days count from 1904. */
  readonly from1904: boolean;
}

/** Elements of a part, each that begins. */
async function* elementsIn(zip: Zip, part: string) {
  if (!zip.has(part)) return;
  for await (const page of saidIn(zip.text(part))) for (const one of page) if (one.kind === 'open') yield one;
}

const root = 'xl/workbook.xml';

async function targetsIn(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for await (const { name, is } of elementsIn(zip, 'xl/_rels/workbook.xml.rels')) {
    const target = is('Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target);
    if (name === 'Relationship') targets.set(is('Id') ?? '', part);
  }
  return targets;
}

async function sheetsIn(zip: Zip): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  if (!zip.has(root)) throw new Unfit('workbook-broken', 'the file is an archive, and no workbook');
  const targets = await targetsIn(zip);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  for await (const { name, is } of elementsIn(zip, root)) {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(is('date1904') ?? '');
    const part = targets.get(is('id') ?? '');
    if (name === 'sheet' && part !== undefined) sheets.push({ sheet: is('name') ?? '', part });
  }
  return { sheets, from1904 };
}

async function stringsIn(zip: Zip): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!zip.has(part)) return strings;
  let [text, isText, isPhonetic, size] = ['', false, false, 0];
  for await (const page of saidIn(zip.text(part)))
    for (const one of page) {
      if (one.kind === 'text') {
        if (isText && !isPhonetic) text += one.text;
        continue;
      }
      const isOpen = one.kind === 'open';
      if (one.name === 't') isText = isOpen;
      if (one.name === 'rPh') isPhonetic = isOpen;
      if (one.name !== 'si') continue;
      if (!isOpen) strings.push(text);
      size += text.length;
      if (size > MOST_SHARED)
        throw new Unfit('workbook-too-large', 'the workbook has more text than is read: send it as CSV');
      text = '';
    }
  return strings;
}

/** Formats of days that every workbook has, ECMA-376 18.8.30. */
const builtIn = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format that a workbook declares shows a day, its literal parts aside. */
function showsDay(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

async function daysIn(zip: Zip): Promise<boolean[]> {
  const declared = new Map<number, boolean>();
  const days: boolean[] = [];
  let isInCells = false;
  for await (const { name, is } of elementsIn(zip, 'xl/styles.xml')) {
    if (name === 'numFmt') declared.set(Number(is('numFmtId')), showsDay(is('formatCode') ?? ''));
    if (name === 'cellXfs') isInCells = true;
    if (name === 'cellStyles' || name === 'dxfs') isInCells = false;
    const format = Number(is('numFmtId') ?? 0);
    if (name === 'xf' && isInCells) days.push(declared.get(format) ?? builtIn(format));
  }
  return days;
}

/** What a workbook holds beside its sheets. Throws an `Unfit` where it is none. */
export async function workbookIn(zip: Zip): Promise<Workbook> {
  const { sheets, from1904 } = await sheetsIn(zip);
  return { sheets, from1904, strings: await stringsIn(zip), days: await daysIn(zip) };
}
