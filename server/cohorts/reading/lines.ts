import { assembleLines, familyOfLine } from './line.ts';
import { type Entry, FAMILIES_A_BLOCK, type Reader } from './reader.ts';
import type { SourceRow } from './row.ts';

/** The families of lines of NDJSON, a block at a time, in their order. One whose id came before is wrong. */
export async function* entriesOfLines(
  lines: AsyncIterable<SourceRow>,
  reader: Reader,
): AsyncGenerator<Entry[]> {
  const first = new Map<string, number>();
  let block: Entry[] = [];
  for await (const row of lines) {
    const read = assembleLines([row], reader);
    const id = read.whole?.family.id ?? familyOfLine(row);
    const before = id === '' ? undefined : first.get(id);
    if (before === undefined && id !== '') first.set(id, row.row);
    const found = before === undefined ? read : assembleLines([row], reader, `, on line ${before}`);
    block.push({ id, rows: [row], ...found });
    if (block.length < FAMILIES_A_BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
