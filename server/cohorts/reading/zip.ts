import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Wrong } from './row.ts';

/** Thrown where a file cannot be read as what it should be; caught where the file is. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly wrong: Wrong;

  constructor(code: string, message: string) {
    super(message);
    this.wrong = { code, message };
  }
}

const broken = () =>
  new Unfit('workbook-broken', 'the file is no workbook that can be read: save it again as .xlsx');

/** One file within an archive. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly header: number;
}

/** The most that an archive may say of itself, and the most that may come out of it. */
const LONGEST_DIRECTORY = 16 * 1024 * 1024;
const MOST_UNPACKED = 2 * 1024 * 1024 * 1024;
/** Beyond so many bytes an archive may not grow more than so many times as it is unpacked. */
const FREE_BYTES = 16 * 1024 * 1024;
const MOST_TIMES = 200;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw broken();
  return buffer;
}

const PIECE = 64 * 1024;

async function* piecesOf(handle: FileHandle, from: number, end: number): AsyncGenerator<Buffer, void> {
  for (let at = from; at < end; at += PIECE) yield await bytesAt(handle, at, Math.min(PIECE, end - at));
}

/** Where the directory of an archive is, by its end. */
async function directoryOf(handle: FileHandle, size: number): Promise<{ at: number; length: number }> {
  const length = Math.min(size, 22 + 0xffff);
  const tail = await bytesAt(handle, size - length, length);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const directory = { length: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16) };
    if (directory.at + directory.length > size || directory.length > LONGEST_DIRECTORY) throw broken();
    return directory;
  }
  throw broken();
}

function entriesIn(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL) throw broken();
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const lengths = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const [named = 0, extra = 0, comment = 0] = lengths;
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw broken();
    const name = directory.toString('utf8', at + 46, at + 46 + named);
    if (entries.has(name)) throw broken();
    entries.set(name, {
      ...{ method, packed: directory.readUInt32LE(at + 20), header: directory.readUInt32LE(at + 42) },
    });
    at += 46 + named + extra + comment;
  }
  return entries;
}

/** An archive whose files are unpacked one after the other, and never to more than it may hold. */
export class Zip {
  private readonly handle: FileHandle;
  private readonly size: number;
  private readonly entries: ReadonlyMap<string, Entry>;
  private unpacked = 0;

  private constructor(handle: FileHandle, size: number, entries: ReadonlyMap<string, Entry>) {
    this.handle = handle;
    this.size = size;
    this.entries = entries;
  }

  /** Throws an `Unfit` where the file is no archive. */
  static async open(handle: FileHandle): Promise<Zip> {
    const { size } = await handle.stat();
    if (size < 22) throw broken();
    const start = await bytesAt(handle, 0, 4);
    if (start.readUInt32BE(0) === 0xd0cf11e0) {
      const message =
        'the workbook is locked with a password or in an old form: save it as .xlsx without one';
      throw new Unfit('workbook-locked', message);
    }
    const { at, length } = await directoryOf(handle, size);
    return new Zip(handle, size, entriesIn(await bytesAt(handle, at, length)));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of one file in pieces. Throws an `Unfit` where it is broken, or grows too much while it is unpacked. */
  async *text(name: string): AsyncGenerator<string, void> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw broken();
    const local = await bytesAt(this.handle, entry.header, 30);
    if (local.readUInt32LE(0) !== LOCAL) throw broken();
    const start = entry.header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (entry.packed === 0) return;
    const packed = Readable.from(piecesOf(this.handle, start, start + entry.packed));
    const out = new PassThrough().setEncoding('utf8');
    const inflated = entry.method === 0 ? new PassThrough() : createInflateRaw();
    const over = pipeline(packed, inflated, this.counted(), out).catch((error: unknown) => {
      out.destroy(error instanceof Unfit ? error : broken());
    });
    try {
      // because the encoding was set
      for await (const piece of out) yield piece as string;
    } finally {
      out.destroy();
      await over;
    }
  }

  private counted(): Transform {
    return new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        this.unpacked += piece.length;
        const most = Math.min(MOST_UNPACKED, Math.max(FREE_BYTES, this.size * MOST_TIMES));
        const message = `the workbook unpacks to more than ${String(Math.floor(most / 1024 / 1024))} MiB, which its size does not warrant`;
        if (this.unpacked > most) done(new Unfit('workbook-too-large', message));
        else done(null, piece);
      },
    });
  }
}
