import { csvText } from '../../server/cohorts/csv-cell.ts';
import { entriesOfLines } from '../../server/cohorts/reading/lines.ts';
import { readCsv } from '../../server/cohorts/reading/csv.ts';
import { readNdjson } from '../../server/cohorts/reading/ndjson.ts';
import type { Entry, Reader } from '../../server/cohorts/reading/reader.ts';
import { Report } from '../../server/cohorts/reading/report.ts';
import { Spool } from '../../server/cohorts/reading/spool.ts';
import {
  type Column,
  TABLE,
  type Table,
  tablesOf,
  wideColumns,
} from '../../server/cohorts/reading/tables.ts';
import { shippedLibrary } from './http.ts';
import { tmpdir } from 'node:os';

/** What reads cohorts in the vocabulary that ships. */
export function shippedReader(): Reader {
  const { basis } = shippedLibrary();
  const held = basis.vocabularies.get('family@1');
  if (held === undefined) throw new Error('family@1 ships');
  return { tables: tablesOf(held.document), vocabulary: 'family@1', basis };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

export interface ReadBack {
  readonly entries: readonly Entry[];
  readonly report: Report;
}

/** Reads CSV files, by name, in pieces of so many bytes. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  size = 64 * 1024,
): Promise<ReadBack> {
  const reader = shippedReader();
  const report = new Report();
  const spool = await Spool.open(tmpdir());
  for (const [file, content] of Object.entries(files)) {
    const bytes = inPieces(Buffer.from(content), size);
    for await (const row of readCsv({ file, bytes }, { tables: reader.tables, report })) await spool.add(row);
  }
  const entries: Entry[] = [];
  for await (const block of spool.entries(reader)) entries.push(...block);
  await spool.close();
  return { entries, report };
}

export async function readLines(content: string | Uint8Array, lineBytes = 64 * 1024): Promise<ReadBack> {
  const report = new Report();
  const bytes = inPieces(Buffer.from(content), 1000);
  const lines = readNdjson({ file: 'families.ndjson', bytes, lineBytes }, report);
  const entries: Entry[] = [];
  for await (const block of entriesOfLines(lines, shippedReader())) entries.push(...block);
  return { entries, report };
}

type Json = Readonly<Record<string, unknown>>;
type Placed = Json & { readonly type?: string };

const objects = (value: unknown) => (value ?? []) as readonly Json[];
const lists = (value: unknown) => Object.entries((value ?? {}) as Record<string, readonly Json[]>);
const emptyOf = (value: unknown) => lists(value).flatMap(([type, list]) => (list.length === 0 ? [type] : []));

function itemsOf(family: Json, { place, name }: Table): readonly Placed[] {
  switch (place) {
    case 'family':
      return [
        { ...family, knownNone: emptyOf(family['records']), nothingKnown: emptyOf(family['coverage']) },
      ];
    case 'records':
      return lists(family['records']).flatMap(([type, list]) => (type === name ? list : []));
    case 'coverage':
      return lists(family['coverage']).flatMap(([type, list]) => list.map((span) => ({ ...span, type })));
    case 'members':
    case 'claims':
    case 'overrides':
      return objects(family[place]);
  }
}

function written(value: unknown, { none }: Column): string {
  if (value === undefined) return '';
  if (value === null) return none ?? '';
  if (Array.isArray(value)) return value.join('|');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The rows of a table, its header first, that say what families say. */
export function rowsOfFamilies(families: readonly Json[], table: Table): string[][] {
  const rows = families.flatMap((family) =>
    itemsOf(family, table).map((item) =>
      table.columns.map((column) => {
        if (column.name === 'family') return String(family['id']);
        return written(item[column.key ?? column.name], column);
      }),
    ),
  );
  return [table.columns.map(({ name }) => name), ...rows];
}

/** One file a table, as the templates have it. */
export function filesOf(families: readonly Json[]): Record<string, string> {
  const files = [...shippedReader().tables.values()].map(
    (table) => [`${table.name}.csv`, csvText(rowsOfFamilies(families, table))] as const,
  );
  return Object.fromEntries(files);
}

/** All tables in one file. */
export function wideFileOf(families: readonly Json[]): string {
  const { tables } = shippedReader();
  const header = wideColumns(tables);
  const rows = [...tables.values()].flatMap((table) => {
    const [own = [], ...others] = rowsOfFamilies(families, table);
    return others.map((row) =>
      header.map((name) => (name === TABLE ? table.name : (row[own.indexOf(name)] ?? ''))),
    );
  });
  return csvText([header.slice(), ...rows]);
}

const saysNothing = new Set([
  'attachedOn',
  'closedOn',
  'dateOfBirth',
  'resident',
  'joinedOn',
  'leftOn',
  'part',
]);

/** A document without what says no more than its absence, so that two ways of saying one thing are the same. */
export function plain(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(plain);
  if (typeof document !== 'object' || document === null) return document;
  const said = Object.entries(document).filter(([key, value]) => {
    if (value === null) return !saysNothing.has(key) && (key === 'to' || key === 'via');
    const lone = ['formerIds', 'claims', 'overrides', 'coverage'].includes(key);
    return !(lone && Object.keys(value as object).length === 0);
  });
  return Object.fromEntries(said.map(([key, value]) => [key, plain(value)]));
}
