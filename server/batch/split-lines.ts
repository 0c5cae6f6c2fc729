import { BLOCK_BYTES, type Block } from './block.ts';

const LINE_FEED = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

function withoutMark(bytes: Uint8Array): Uint8Array {
  return byteOrderMark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes;
}

const lineEnd = Uint8Array.of(LINE_FEED);

/** Gathers an input into blocks of whole lines; of a line that is too long nothing is kept but its number. */
class Gatherer {
  private parts: Uint8Array[] = [];
  private size = 0;
  private tooLong: number[] = [];
  private firstLine = 1;
  private line = 1;
  /** What is kept of the line under way, and how long that line is. */
  private open: Uint8Array[] = [];
  private openBytes = 0;
  private readonly lineLimit: number;

  constructor(lineLimit: number) {
    this.lineLimit = lineLimit;
  }

  /** Takes whole lines, each within the limit, where none is under way. */
  takeLines(bytes: Uint8Array, lines: number): void {
    this.keep(bytes);
    this.line += lines;
  }

  /** Takes a piece of the line under way, without its line feed. */
  take(piece: Uint8Array): void {
    this.openBytes += piece.length;
    if (this.openBytes > this.lineLimit) this.open = [];
    else if (piece.length > 0) this.open.push(piece);
  }

  endLine(): void {
    if (this.openBytes > this.lineLimit) this.tooLong.push(this.line);
    for (const part of this.open) this.keep(part);
    this.keep(lineEnd);
    this.open = [];
    this.openBytes = 0;
    this.line += 1;
  }

  isFull(): boolean {
    return this.size >= BLOCK_BYTES;
  }

  isWithin(): boolean {
    return this.openBytes > 0;
  }

  /** The whole lines so far, and a fresh start; undefined where there are none. */
  block(): Block | undefined {
    if (this.line === this.firstLine) return undefined;
    const { firstLine, tooLong } = this;
    const bytes = Buffer.concat(this.parts, this.size);
    this.parts = [];
    this.size = 0;
    this.tooLong = [];
    this.firstLine = this.line;
    return { firstLine, bytes, tooLong };
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.parts.push(bytes);
    this.size += bytes.length;
  }
}

/** The whole lines at the head of some bytes, none of them beyond the limit: where they end, and how many there are. */
function linesAtHead(bytes: Uint8Array, lineLimit: number): { readonly end: number; readonly lines: number } {
  let end = 0;
  let lines = 0;
  for (
    let at = bytes.indexOf(LINE_FEED);
    at !== -1 && at - end <= lineLimit;
    at = bytes.indexOf(LINE_FEED, end)
  ) {
    end = at + 1;
    lines += 1;
  }
  return { end, lines };
}

/** Gives a gatherer one chunk of an input: the rest of a line under way, whole lines, and what begins another. */
function gather(gatherer: Gatherer, chunk: Uint8Array, lineLimit: number): void {
  let rest = chunk;
  while (rest.length > 0) {
    const head = gatherer.isWithin() ? { end: 0, lines: 0 } : linesAtHead(rest, lineLimit);
    if (head.lines > 0) gatherer.takeLines(rest.subarray(0, head.end), head.lines);
    rest = rest.subarray(head.end);
    const at = rest.indexOf(LINE_FEED);
    gatherer.take(at === -1 ? rest : rest.subarray(0, at));
    if (at === -1) return;
    gatherer.endLine();
    rest = rest.subarray(at + 1);
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
 * Cuts an input into blocks of whole lines, about 128 KiB each. Memory holds one block, however long the input and
 * however long a line: of a line of more than `lineLimit` bytes (its line feed aside) only the number is kept.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  lineLimit: number,
): AsyncGenerator<Block> {
  const gatherer = new Gatherer(lineLimit);
  for await (const chunk of unmarked(input)) {
    gather(gatherer, chunk, lineLimit);
    const block = gatherer.isFull() ? gatherer.block() : undefined;
    if (block !== undefined) yield block;
  }
  if (gatherer.isWithin()) gatherer.endLine();
  const last = gatherer.block();
  if (last !== undefined) yield last;
}
