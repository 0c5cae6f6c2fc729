import type { Wrong } from './row.ts';

/** How a file's text is encoded; of one without a letter beyond ASCII, UTF-8. */
export type Encoding = 'utf-8' | 'windows-1252';

/** What Windows-1252 has where Latin-1 has control characters; the five that it leaves free stay as they are. */
const from80 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (one) => from80[one.charCodeAt(0) - 0x80] ?? one);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes a character of UTF-8 has by its first; 0 where none begins so. */
function lengthBy(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 0;
}

/** Where a character that is not whole yet begins, at the end of some bytes; their length where the last one is whole. */
function wholeUntil(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (lengthBy(byte) > back) return bytes.length - back;
  }
  return bytes.length;
}

const notText: Wrong = {
  code: 'not-text',
  message: 'the file begins as UTF-8 and then holds bytes that are not: save it again as CSV UTF-8',
};
const utf16: Wrong = { code: 'not-text', message: 'the file is UTF-16: save it again as CSV UTF-8' };

/** What became known of a text while it was read. */
export interface Decoded {
  encoding: Encoding;
  wrong: Wrong | undefined;
}

/** Whether a file's first bytes are those of UTF-16. */
const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/**
 * The text of bytes in UTF-8 or, where its first letter beyond ASCII is none, in Windows-1252. What is found is said in
 * `decoded`; at what is neither, the text ends.
 */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  decoded: Decoded,
): AsyncGenerator<string, void> {
  let kept: Uint8Array = new Uint8Array();
  let settled = false;
  let started = false;
  const take = (piece: Uint8Array): string | undefined => {
    if (decoded.encoding === 'windows-1252') return windows1252(piece);
    const text = utf8(piece);
    if (text === undefined && settled) decoded.wrong = notText;
    else if (text === undefined) decoded.encoding = 'windows-1252';
    else {
      settled ||= text.length < piece.length;
      return text;
    }
    return decoded.wrong === undefined ? windows1252(piece) : undefined;
  };
  for await (const chunk of bytes) {
    const held = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    if (!started && held.length < 3) {
      kept = held;
      continue;
    }
    if (!started && isUtf16(held)) {
      decoded.wrong = utf16;
      return;
    }
    const end = wholeUntil(held);
    kept = held.subarray(end);
    const text = take(held.subarray(0, end));
    if (text === undefined) return;
    yield started ? text : text.replace(/^\ufeff/, '');
    started = true;
  }
  const last = take(kept);
  if (last !== undefined && last !== '') yield started ? last : last.replace(/^\ufeff/, '');
}
