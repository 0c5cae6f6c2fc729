import { createHash } from 'node:crypto';
import { asc, gt } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as z from 'zod';
import { type AuditReport, verifyAudit } from '../audit/verify.ts';
import { splitLines } from '../batch/split-lines.ts';
import type { Connection, Queries, Reads } from './connection.ts';
import { tablesFor, type ReadableStore } from './store.ts';
import type { Tables } from './schema.ts';

/** Rows that are read or written at once. */
const ROWS_AT_ONCE = 400;
const LINE_BYTES = 256 * 1024 * 1024;
const FORMAT = 1;

const head = z.strictObject({ store: z.strictObject({ format: z.literal(FORMAT) }) });
const rowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const end = z.strictObject({ end: z.strictObject({ rows: z.int(), sha256: z.string() }) });

/** Why a dump was not loaded; nothing of it was kept. */
export class DumpRefused extends Error {
  override readonly name = 'DumpRefused';
}

interface Listed {
  readonly table: SQLiteTable;
  readonly key: SQLiteColumn;
}

// because every table has one key, `id`, and the log `seq`; the names of the tables carry no types here
function listed(tables: Tables): Map<string, Listed> {
  const all = Object.entries(tables) as unknown as [
    string,
    SQLiteTable & Record<'id' | 'seq', SQLiteColumn>,
  ][];
  return new Map(
    all.map(([name, table]) => [name, { table, key: name === 'auditEntry' ? table.seq : table.id }]),
  );
}

async function* rowsOf(q: Reads, { table, key }: Listed) {
  for (let last: unknown = undefined; ;) {
    const page: Readonly<Record<string, unknown>>[] = await q
      .select()
      .from(table)
      .where(last === undefined ? undefined : gt(key, last))
      .orderBy(asc(key))
      .limit(ROWS_AT_ONCE);
    yield page;
    const final = page.at(-1);
    if (final === undefined || page.length < ROWS_AT_ONCE) return;
    last = final[key.name];
  }
}

/** Writes every row of a store as it stands at one instant, one a line, the number and the digest of all last. */
export function dumpStore(
  store: Pick<ReadableStore, 'snapshot' | 'tables'>,
  write: (part: string) => Promise<void>,
): Promise<void> {
  return store.snapshot(async (q) => {
    const digest = createHash('sha256');
    const put = async (text: string) => {
      digest.update(text, 'utf8');
      await write(text);
    };
    let rows = 0;
    await put(`${JSON.stringify({ store: { format: FORMAT } })}\n`);
    for (const [name, table] of listed(store.tables)) {
      for await (const page of rowsOf(q, table)) {
        rows += page.length;
        await put(page.map((row) => `${JSON.stringify({ table: name, row })}\n`).join(''));
      }
    }
    await write(`${JSON.stringify({ end: { rows, sha256: digest.digest('hex') } })}\n`);
  });
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const { bytes } of splitLines(input, LINE_BYTES)) {
    const lines = Buffer.from(bytes).toString('utf8').split('\n');
    yield* lines.slice(0, -1);
  }
}

function parsed<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Inserts rows as they were, some at a time, table by table. */
class Rows {
  private waiting: Readonly<Record<string, unknown>>[] = [];
  private into = '';
  private readonly q: Queries;
  private readonly tables: ReadonlyMap<string, Listed>;

  constructor(q: Queries, tables: Tables) {
    this.q = q;
    this.tables = listed(tables);
  }

  async refuseUnlessEmpty(): Promise<void> {
    for (const { table } of this.tables.values()) {
      if ((await this.q.$count(table)) > 0)
        throw new DumpRefused('the store is not empty: a dump is loaded into an empty one alone');
    }
  }

  async add(name: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    if (name !== this.into || this.waiting.length === ROWS_AT_ONCE) await this.flush();
    this.into = name;
    this.waiting.push(row);
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    const listedTable = this.tables.get(this.into);
    if (listedTable === undefined) throw new DumpRefused(`no table is named \`${this.into}\``);
    await this.q.insert(listedTable.table).values(this.waiting);
    this.waiting = [];
  }
}

async function insertAll(rows: Rows, input: AsyncIterable<Uint8Array>): Promise<void> {
  const digest = createHash('sha256');
  let [line, ended] = [0, false];
  for await (const text of linesOf(input)) {
    line += 1;
    const last = line > 1 ? parsed(end, text)?.end : undefined;
    if (last !== undefined) {
      if (last.rows !== line - 2 || last.sha256 !== digest.digest('hex'))
        throw new DumpRefused('the last line is not that of these rows: the dump was changed or cut');
      ended = true;
      break;
    }
    digest.update(`${text}\n`, 'utf8');
    if (line === 1) {
      if (parsed(head, text) === undefined) throw new DumpRefused('line 1 is not that of a dump of a store');
      continue;
    }
    const read = parsed(rowLine, text);
    if (read === undefined) throw new DumpRefused(`line ${line} is not a row`);
    await rows.add(read.table, read.row);
  }
  if (!ended) throw new DumpRefused('the dump ends before its last line');
  await rows.flush();
}

/**
 * Fills an empty store from a dump, in one transaction that is kept only where the audit log holds for every row. Throws
 * `DumpRefused` with the reason, or a `StoreFault`.
 */
export async function loadStore(
  connection: Connection,
  input: AsyncIterable<Uint8Array>,
): Promise<AuditReport> {
  await connection.migrate();
  const tables = tablesFor(connection.kind);
  return connection.transaction(async (q) => {
    const rows = new Rows(q, tables);
    await rows.refuseUnlessEmpty();
    await insertAll(rows, input);
    const report = await verifyAudit({ tables, snapshot: (work) => work(q) });
    if (report.findings.length === 0) return report;
    const codes = [...new Set(report.findings.map(({ code }) => code))];
    throw new DumpRefused(`the audit log does not hold for what was dumped: ${codes.join(', ')}`);
  });
}
