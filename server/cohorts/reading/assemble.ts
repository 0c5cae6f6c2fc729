import { nearest, pointerOf } from '../../../engine/index.ts';
import { readFamily } from '../../library/read-family.ts';
import { readCell } from './cell.ts';
import { assembleLines } from './line.ts';
import type { Assembled, Document, Reader } from './reader.ts';
import { type CohortFinding, foundAt, quoted, type SourceRow, type Wrong } from './row.ts';
import { type Column, FAMILY, KNOWN_NONE, NOTHING_KNOWN, TABLE, type Table, type Tables } from './tables.ts';

type Item = Document;
type Lists = Record<string, Item[]>;

/** A family under construction, and which row each part of it came from. */
interface Draft {
  readonly document: Item;
  readonly rows: Map<string, { readonly row: SourceRow; readonly table: Table }>;
  readonly findings: CohortFinding[];
}

/** The table of a row, and its name where there is none such. */
export function tableOf({ table, cells }: SourceRow, tables: Tables): Table | undefined {
  return tables.get(table ?? cells[TABLE] ?? '');
}

function noTable({ cells }: SourceRow, tables: Tables): Wrong {
  const named = cells[TABLE];
  if (named === undefined)
    return { code: 'missing-table', message: 'the row does not say which table it is of' };
  const message = `no table is named ${quoted(named)}`;
  return { code: 'unknown-table', message, suggestion: nearest(named, tables.keys()) };
}

const byName = new WeakMap<Table, ReadonlyMap<string, Column>>();

/** The columns of a table by name, made once: a cohort has millions of rows. */
function columnsOf(table: Table): ReadonlyMap<string, Column> {
  const before = byName.get(table);
  if (before !== undefined) return before;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  byName.set(table, columns);
  return columns;
}

/** The values of a row by key, with what cannot be read reported and left out. */
function itemOf(row: SourceRow, table: Table, { findings }: Draft): Item {
  const item: Item = {};
  const columns = columnsOf(table);
  for (const [name, cell] of Object.entries(row.cells)) {
    if (name === TABLE && row.table === undefined) continue;
    const column = columns.get(name);
    const at = () => ({ ...row, column: name });
    if (column === undefined) {
      const message = `rows of ${quoted(table.name)} have no ${quoted(name)}`;
      findings.push(
        foundAt(at(), { code: 'not-in-table', message, suggestion: nearest(name, columns.keys()) }),
      );
      continue;
    }
    const said = readCell(cell, column);
    if ('wrong' in said) findings.push(foundAt(at(), said.wrong));
    else item[column.key ?? name] = said.value;
  }
  return item;
}

const listAt = (document: Item, place: string): Item[] => (document[place] ??= []) as Item[];
const listsAt = (document: Item, place: string): Lists => (document[place] ??= {}) as Lists;

interface Added {
  readonly item: Item;
  readonly draft: Draft;
  readonly row: SourceRow;
  readonly table: Table;
}

/** Adds what a row says to a list of the document, and notes where it came from. */
function add(list: Item[], path: readonly string[], { item, draft, row, table }: Added): void {
  const from = { row, table };
  draft.rows.set(pointerOf([...path, list.length]), from);
  if (!draft.rows.has(pointerOf(path))) draft.rows.set(pointerOf(path), from);
  list.push(item);
}

function addTo(place: 'records' | 'coverage', type: string, added: Added): void {
  add((listsAt(added.draft.document, place)[type] ??= []), [place, type], added);
}

function placeFamily(item: Item, row: SourceRow, { draft, table }: { draft: Draft; table: Table }): void {
  const before = draft.rows.get('');
  if (before !== undefined || 'id' in draft.document) {
    const where = before === undefined ? '' : `, in row ${before.row.row} of ${quoted(before.row.file)}`;
    const message = `the family ${quoted(row.cells[FAMILY] ?? '')} came before${where}`;
    draft.findings.push(foundAt({ ...row, column: FAMILY }, { code: 'family-repeated', message }));
    return;
  }
  draft.rows.set('', { row, table });
  Object.assign(draft.document, item);
}

function place(
  row: SourceRow,
  { table, draft, tables }: { table: Table; draft: Draft; tables: Tables },
): void {
  const item = itemOf(row, table, draft);
  const { document } = draft;
  if (table.place === 'family') {
    placeFamily(item, row, { draft, table });
    return;
  }
  Reflect.deleteProperty(item, FAMILY);
  const added = { row, table, item, draft };
  switch (table.place) {
    case 'members':
    case 'claims':
    case 'overrides':
      add(listAt(document, table.place), [table.place], added);
      return;
    case 'records':
      addTo('records', table.name, added);
      return;
    case 'coverage': {
      const { type, ...span } = item;
      const wrong = notAType(type, tables);
      if (wrong !== undefined) draft.findings.push(foundAt({ ...row, column: 'type' }, wrong));
      else addTo('coverage', typeof type === 'string' ? type : '', { ...added, item: span });
    }
  }
}

/** Why a word is not the name of a record type. */
function notAType(type: unknown, tables: Tables): Wrong | undefined {
  if (type === undefined) return { code: 'missing-key', message: 'a coverage span must have `type`' };
  const named = typeof type === 'string' ? type : '';
  if (tables.get(named)?.place === 'records') return undefined;
  const types = [...tables.values()].filter((table) => table.place === 'records').map(({ name }) => name);
  const message = `no record type is named ${quoted(named)}`;
  return { code: 'unknown-record-type', message, suggestion: nearest(named, types) };
}

/** Says in the document which lists are known to be empty, unless there is something in them. */
function placeEmpty(draft: Draft, [column, place]: readonly [string, string], known: Tables): void {
  const { document, rows, findings } = draft;
  const named = document[column];
  Reflect.deleteProperty(document, column);
  const from = rows.get('');
  if (!Array.isArray(named) || from === undefined) return;
  const lists = listsAt(document, place);
  const at = { ...from.row, column };
  for (const type of named.map(String)) {
    const wrong = notAType(type, known);
    if (wrong !== undefined) findings.push(foundAt(at, wrong));
    else if (lists[type] === undefined) lists[type] = [];
    else {
      const message = `${quoted(type)} is said to have none, and there are rows of it`;
      findings.push(foundAt(at, { code: 'none-and-some', message }));
    }
  }
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** The row and column that a JSON Pointer into the family came from. */
function origin(
  pointer: string,
  { rows }: Draft,
): { row: SourceRow; column: string | undefined } | undefined {
  const steps = pointer.split('/');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = rows.get(steps.slice(0, length).join('/'));
    if (found === undefined) continue;
    const key = steps[length];
    const { row, table } = found;
    if (key === undefined) return { row, column: undefined };
    const column = table.columns.find((one) => (one.key ?? one.name) === unescaped(key));
    return { row, column: column?.name };
  }
  return undefined;
}

function ordered(findings: readonly CohortFinding[]): CohortFinding[] {
  const text = (one: CohortFinding) => `${one.file}\n${one.sheet ?? ''}`;
  return [...findings].sort((left, right) => {
    const files = text(left) < text(right) ? -1 : Number(text(left) > text(right));
    return files || (left.row ?? 0) - (right.row ?? 0);
  });
}

/** What the strict reader of families says, at the rows and columns that the parts came from. */
function judged(draft: Draft, { basis, vocabulary }: Reader): Assembled {
  const { document, findings } = draft;
  const read = readFamily(document, vocabulary, basis);
  if (read.ok && findings.length === 0) {
    const { text, hash, family } = read.value;
    return { whole: { document, family, text, hash }, findings };
  }
  const said = new Set(
    findings.map(({ file, sheet, row, column }) => JSON.stringify([file, sheet, row, column])),
  );
  for (const { code, pointer, message, suggestion } of read.ok ? [] : read.error) {
    const from = origin(pointer, draft);
    const { row, column } = from ?? { row: { file: '', row: 0, cells: {} }, column: undefined };
    if (said.has(JSON.stringify([row.file, row.sheet, row.row, column]))) continue;
    findings.push(foundAt({ ...row, column }, { code, message, suggestion }));
  }
  return { whole: undefined, findings: ordered(findings) };
}

function strays(rows: readonly SourceRow[], family: string): CohortFinding[] {
  return rows.map((row) => {
    const at = { ...row, column: FAMILY };
    if (family === '')
      return foundAt(at, { code: 'missing-family', message: 'the row does not say whose it is' });
    return foundAt(at, { code: 'unknown-family', message: `no row of \`families\` is of ${quoted(family)}` });
  });
}

/**
 * Puts a family together from its rows, in their order, on top of the document it has where it is there already. The
 * strict reader of families has the last word.
 */
export function assemble(rows: readonly SourceRow[], reader: Reader, base?: Item): Assembled {
  const [first] = rows;
  if (first?.text !== undefined) return assembleLines(rows, reader, base === undefined ? undefined : '');
  const draft: Draft = { document: { ...structuredClone(base) }, rows: new Map(), findings: [] };
  for (const row of rows) {
    if (row.surplus !== undefined) {
      const message = `the row has more cells than there are headers: ${row.surplus.map(quoted).join(', ')}`;
      draft.findings.push(foundAt(row, { code: 'surplus-cells', message }));
    }
    const table = tableOf(row, reader.tables);
    if (table === undefined)
      draft.findings.push(foundAt({ ...row, column: TABLE }, noTable(row, reader.tables)));
    else place(row, { table, draft, tables: reader.tables });
  }
  if (!('id' in draft.document)) {
    const found = [...draft.findings, ...strays(rows, first?.cells[FAMILY] ?? '')];
    return { whole: undefined, findings: ordered(found) };
  }
  placeEmpty(draft, [KNOWN_NONE, 'records'], reader.tables);
  placeEmpty(draft, [NOTHING_KNOWN, 'coverage'], reader.tables);
  draft.document['members'] ??= [];
  draft.document['records'] ??= {};
  return judged(draft, reader);
}
