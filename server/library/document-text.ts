import { readFileSync } from 'node:fs';
import { type Diagnostic, err, readJson, type Result } from '../../engine/index.ts';
import { unencodable } from './hash.ts';

function refused(code: string, message: string): Result<never, Diagnostic[]> {
  return err([{ code, severity: 'error', pointer: '', message }]);
}

/** The document that bytes hold as UTF-8 JSON, or everything in them that has no canonical form. */
export function documentOf(bytes: Uint8Array): Result<unknown, Diagnostic[]> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('not-utf-8', 'the text is not UTF-8');
  }
  const read = readJson(text);
  if (!read.ok) return read;
  const faults = unencodable(read.value);
  return faults.length > 0 ? err(faults) : read;
}

/** The bytes of a file; the path in the finding is the one given. */
export function bytesOf(path: string): Result<Uint8Array, Diagnostic[]> {
  try {
    return { ok: true, value: readFileSync(path) };
  } catch {
    return refused('file-unreadable', `there is no file \`${path}\` that can be read`);
  }
}

export function readDocument(path: string): Result<unknown, Diagnostic[]> {
  const bytes = bytesOf(path);
  return bytes.ok ? documentOf(bytes.value) : bytes;
}
