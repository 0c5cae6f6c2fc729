import { splitLines } from '../../batch/split-lines.ts';
import type { Report } from './report.ts';
import type { SourceRow } from './row.ts';

const LINE_FEED = 0x0a;

function decoded(bytes: Uint8Array): Pick<SourceRow, 'text' | 'fault'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: '', fault: 'not-utf-8' };
  }
}

/** The lines of a file of NDJSON that are not blank, one family each. */
export async function* readNdjson(
  {
    file,
    bytes,
    lineBytes,
  }: { readonly file: string; readonly bytes: AsyncIterable<Uint8Array>; readonly lineBytes: number },
  report: Report,
): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const block of splitLines(bytes, lineBytes)) {
    const tooLong = new Set(block.tooLong);
    let start = 0;
    row = block.firstLine - 1;
    while (start < block.bytes.length) {
      const end = block.bytes.indexOf(LINE_FEED, start);
      row += 1;
      const line = tooLong.has(row)
        ? ({ text: '', fault: 'too-long' } as const)
        : decoded(block.bytes.subarray(start, end));
      start = end + 1;
      if (line.fault === undefined && line.text?.trim() === '') continue;
      yield { file, row, cells: {}, ...line };
    }
  }
  report.files.push({ file, rows: row, encoding: 'utf-8' });
}
