import { readFileSync } from 'node:fs';
import { type Diagnostic, err, ok, readJson, type Result } from '../../engine/index.ts';
import { found } from './finding.ts';
import { unencodable } from './hash.ts';

/** The document that bytes hold as UTF-8 JSON, or everything in them that has no canonical form. */
export function documentOf(bytes: Uint8Array): Result<unknown, Diagnostic[]> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return err([found('not-utf-8', '', { message: 'the bytes are not text in UTF-8' })]);
  }
  const read = readJson(text);
  if (!read.ok) return read;
  const faults = unencodable(read.value);
  return faults.length > 0 ? err(faults) : read;
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

export function readDocument(path: string): Result<unknown, Diagnostic[]> {
  const bytes = bytesOf(path);
  return bytes.ok ? documentOf(bytes.value) : bytes;
}
