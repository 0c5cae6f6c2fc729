import { readFileSync } from 'node:fs';
import { type Diagnostic, err, ok, readJson, type Result } from '../../engine/index.ts';
import { found } from './finding.ts';
import { unencodable } from './hash.ts';

/** The text of bytes in UTF-8, whole: a byte-order mark at its head is kept. */
export function textOf(bytes: Uint8Array): Result<string, Diagnostic[]> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err([found('not-utf-8', '', { message: 'the bytes are not text in UTF-8' })]);
  }
}

/** The document that a text holds as JSON, or everything in it that has no canonical form. */
export function documentIn(text: string): Result<unknown, Diagnostic[]> {
  const read = readJson(text);
  if (!read.ok) return read;
  const faults = unencodable(read.value);
  return faults.length > 0 ? err(faults) : read;
}

/** The document that bytes hold as UTF-8 JSON, or everything in them that has no canonical form. */
export function documentOf(bytes: Uint8Array): Result<unknown, Diagnostic[]> {
  const text = textOf(bytes);
  return text.ok ? documentIn(text.value) : text;
}

/** The bytes of a file; the path in the finding is the one given. */
export function bytesOf(path: string): Result<Uint8Array, Diagnostic[]> {
  try {
    return ok(readFileSync(path));
  } catch {
    const message = `there is no file \`${path}\` that can be read`;
    return err([found('file-unreadable', '', { message })]);
  }
}

/** The text of a file, byte for byte. */
export function readText(path: string): Result<string, Diagnostic[]> {
  const bytes = bytesOf(path);
  return bytes.ok ? textOf(bytes.value) : bytes;
}

export function readDocument(path: string): Result<unknown, Diagnostic[]> {
  const bytes = bytesOf(path);
  return bytes.ok ? documentOf(bytes.value) : bytes;
}
