import { BLOCK_BYTES, type Block } from './block.ts';

const LINE_FEED = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

function withoutMark(bytes: Uint8Array): Uint8Array {
  return byteOrderMark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes;
}

const lineEnd = Uint8Array.of(LINE_FEED);

/** Gathers an input into blocks of whole lines; of a line that is too long nothing is kept but its number. */
class Gatherer {
  private whole: Uint8Array[] = [];
  private size = 0;
  private tooLong: number[] = [];
  private firstLine = 1;
  private line = 1;
  /** The line under way: what is kept of it, and how long it is. */
  private parts: Uint8Array[] = [];
  private lineBytes = 0;
  private readonly lineLimit: number;

  constructor(lineLimit: number) {
    this.lineLimit = lineLimit;
  }

  /** Takes a piece of a line, without its line feed. */
  take(piece: Uint8Array): void {
    this.lineBytes += piece.length;
    if (this.lineBytes > this.lineLimit) this.parts = [];
    else if (piece.length > 0) this.parts.push(piece);
  }

  endLine(): void {
    if (this.lineBytes > this.lineLimit) this.tooLong.push(this.line);
    this.whole.push(...this.parts, lineEnd);
    this.size += this.parts.reduce((bytes, part) => bytes + part.length, lineEnd.length);
    this.parts = [];
    this.lineBytes = 0;
    this.line += 1;
  }

  isFull(): boolean {
    return this.size >= BLOCK_BYTES;
  }

  isWithin(): boolean {
    return this.lineBytes > 0;
  }

  /** The whole lines so far, and a fresh start; undefined where there are none. */
  block(): Block | undefined {
    if (this.line === this.firstLine) return undefined;
    const block = {
      firstLine: this.firstLine,
      bytes: Buffer.concat(this.whole, this.size),
      tooLong: this.tooLong,
    };
    this.whole = [];
    this.size = 0;
    this.tooLong = [];
    this.firstLine = this.line;
    return block;
  }
}

/** Bytes enough to tell whether an input begins with a byte-order mark. */
async function* unmarked(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of input) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < byteOrderMark.length) continue;
    yield withoutMark(head);
    head = undefined;
  }
  if (head !== undefined) yield withoutMark(head);
}

/**
 * Cuts an input into blocks of whole lines, about 256 KiB each. Memory holds one block, however long the input and
 * however long a line: of a line of more than `lineLimit` bytes (its line feed aside) only the number is kept.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  lineLimit: number,
): AsyncGenerator<Block> {
  const gatherer = new Gatherer(lineLimit);
  for await (const chunk of unmarked(input)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      gatherer.take(chunk.subarray(from, at));
      gatherer.endLine();
      from = at + 1;
      const block = gatherer.isFull() ? gatherer.block() : undefined;
      if (block !== undefined) yield block;
    }
    gatherer.take(chunk.subarray(from));
  }
  if (gatherer.isWithin()) gatherer.endLine();
  const last = gatherer.block();
  if (last !== undefined) yield last;
}
