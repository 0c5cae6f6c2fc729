import type { FileHandle } from 'node:fs/promises';
import { assemble } from './assemble.ts';
import { type Entry, FAMILIES_A_BLOCK, type Reader } from './reader.ts';
import type { SourceRow } from './row.ts';
import { scratchFile } from './scratch-file.ts';
import { FAMILY } from './tables.ts';

/** Rows that are held in memory before they are written, in characters. */
const HELD = 8 * 1024 * 1024;

interface Piece {
  readonly at: number;
  readonly length: number;
}

interface Bucket {
  lines: string[];
  readonly written: Piece[];
}

/** Which family a row is of; empty where it does not say. */
export function familyOf({ cells }: SourceRow): string {
  return cells[FAMILY] ?? '';
}

/**
 * Rows of many files, sorted by family in the order in which families come first. They lie in a file that has no name any
 * more, so that memory stays flat and nothing of them is left once the process ends, however it ends.
 */
export class Spool {
  private readonly handle: FileHandle;
  private readonly ordinals = new Map<string, number>();
  private readonly buckets: Bucket[] = [];
  private held = 0;
  private end = 0;

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** `scratch` is a folder for what lives no longer than a request. */
  static async open(scratch: string): Promise<Spool> {
    return new Spool(await scratchFile(scratch));
  }

  async add(row: SourceRow): Promise<void> {
    const family = familyOf(row);
    const ordinal = this.ordinals.get(family) ?? this.ordinals.size;
    if (ordinal === this.ordinals.size) this.ordinals.set(family, ordinal);
    const line = JSON.stringify(row);
    const bucket = (this.buckets[Math.floor(ordinal / FAMILIES_A_BLOCK)] ??= { lines: [], written: [] });
    bucket.lines.push(line);
    this.held += line.length;
    if (this.held > HELD) await this.flush();
  }

  /** Every family in order, a block at a time. */
  async *entries(reader: Reader): AsyncGenerator<Entry[]> {
    for (const bucket of this.buckets) {
      const families = new Map<string, SourceRow[]>();
      for (const row of await this.rowsOf(bucket)) {
        const before = families.get(familyOf(row));
        if (before === undefined) families.set(familyOf(row), [row]);
        else before.push(row);
      }
      yield [...families].map(([id, rows]) => ({ id, rows, ...assemble(rows, reader) }));
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    for (const bucket of this.buckets) {
      if (bucket.lines.length === 0) continue;
      const bytes = Buffer.from(`${bucket.lines.join('\n')}\n`);
      await this.handle.write(bytes, 0, bytes.length, this.end);
      bucket.written.push({ at: this.end, length: bytes.length });
      this.end += bytes.length;
      bucket.lines = [];
    }
    this.held = 0;
  }

  private async rowsOf({ lines, written }: Bucket): Promise<SourceRow[]> {
    const texts: string[] = [];
    for (const { at, length } of written) {
      const { buffer } = await this.handle.read(Buffer.alloc(length), 0, length, at);
      texts.push(...buffer.toString('utf8').trimEnd().split('\n'));
    }
    // because these lines are what this class wrote
    return [...texts, ...lines].map((line) => JSON.parse(line) as SourceRow);
  }
}
