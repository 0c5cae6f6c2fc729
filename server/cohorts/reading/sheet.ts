import { quoted, type Wrong } from './row.ts';
import type { Workbook } from './workbook-parts.ts';
import { saidIn } from './xml.ts';
import { Unfit } from './zip.ts';

/** A row of a sheet, or something that makes the sheet unfit. */
export type OfSheet =
  | { readonly row: number; readonly cells: readonly string[] }
  | { readonly row?: number; readonly column?: string; readonly wrong: Wrong };

/** The longest row, in characters, and the last column there can be. */
const LONGEST_ROW = 1024 * 1024;
const LAST_COLUMN = 16_384;
const DAY = 86_400_000;

/** The place of a column from 0, by its letters. */
function columnIn(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The day that a number says; as it stands where it says a time too, which is no day. */
function dayOf(value: string, from1904: boolean): string {
  const serial = Number(value);
  if (!Number.isInteger(serial) || serial < 1 || serial > 2_958_465) return value;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(first + serial * DAY).toISOString().slice(0, 10);
}

interface Cell {
  readonly at: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

function textOf({ type, style, text }: Cell, { strings, days, from1904 }: Workbook): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'yes' : 'no';
    case 'str':
    case 'inlineStr':
      return text;
    default:
      if (text === '') return '';
      return days[style] === true ? dayOf(text, from1904) : String(Number(text));
  }
}

/** Reads the cells of one sheet as they come. */
class SheetReader {
  private readonly workbook: Workbook;
  private row = 0;
  private cells: string[] = [];
  private size = 0;
  private cell: Cell | undefined;
  private isText = false;
  private isPhonetic = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  text(text: string): void {
    if (this.cell !== undefined && this.isText && !this.isPhonetic) this.cell.text += text;
  }

  open(name: string, is: (attribute: string) => string | undefined): OfSheet | undefined {
    switch (name) {
      case 'row':
        this.row = Number(is('r') ?? this.row + 1);
        [this.cells, this.size] = [[], 0];
        return undefined;
      case 'c':
        this.cell = {
          at: is('r') === undefined ? this.cells.length : columnIn(is('r') ?? ''),
          ...{ type: is('t') ?? 'n', style: Number(is('s') ?? 0), text: '' },
        };
        return is('t') === 'e'
          ? this.unfit('error-cell', 'a cell holds an error in place of a value')
          : undefined;
      case 'f':
        return this.unfit('formula', 'a cell holds a formula: paste its value in its place');
      case 'mergeCell':
        return {
          wrong: {
            code: 'merged-cells',
            message: `the cells ${quoted(is('ref') ?? '')} are merged: part them, and fill in each`,
          },
        };
      default:
        this.toggle(name, true);
        return undefined;
    }
  }

  close(name: string): OfSheet | undefined {
    if (name === 'row') return { row: this.row, cells: this.cells };
    if (name === 'c') this.place();
    this.toggle(name, false);
    return undefined;
  }

  private toggle(name: string, isOpen: boolean): void {
    if (name === 'v' || name === 't') this.isText = isOpen;
    if (name === 'rPh') this.isPhonetic = isOpen;
  }

  private place(): void {
    const { cell } = this;
    this.cell = undefined;
    if (cell === undefined || cell.at < 0 || cell.at >= LAST_COLUMN) return;
    const text = textOf(cell, this.workbook);
    this.size += text.length;
    if (this.size > LONGEST_ROW)
      throw new Unfit('row-too-long', `row ${String(this.row)} is longer than 1 MiB`);
    while (this.cells.length < cell.at) this.cells.push('');
    this.cells[cell.at] = text;
  }

  private unfit(code: string, message: string): OfSheet {
    const column = this.cell === undefined ? '' : columnName(this.cell.at);
    return { row: this.row, column, wrong: { code, message } };
  }
}

function columnName(at: number): string {
  const before = Math.floor(at / 26);
  return (before === 0 ? '' : columnName(before - 1)) + String.fromCharCode(65 + (at % 26));
}

/** The rows of a sheet in order, and what makes it unfit where that is found. */
export async function* sheetRows(
  text: AsyncIterable<string>,
  workbook: Workbook,
): AsyncGenerator<OfSheet, void> {
  const reader = new SheetReader(workbook);
  for await (const page of saidIn(text))
    for (const one of page) {
      if (one.kind === 'text') reader.text(one.text);
      else {
        const found = one.kind === 'open' ? reader.open(one.name, one.is) : reader.close(one.name);
        if (found !== undefined) yield found;
      }
    }
}
