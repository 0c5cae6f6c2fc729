import { type Diagnostic, err, ok, pointerOf, type Result } from '../../engine/index.ts';
import { canonical, sha256 } from '../canonical.ts';
import { found, type LibraryCode } from './finding.ts';

/**
 * `sha256:` and the digest, in hex, of a value's RFC 8785 canonical JSON.
 * The value is JSON in which `unencodable` finds nothing.
 */
export function hashOf(value: unknown): string {
  return hashOfText(canonical(value));
}

/** Where a half of a surrogate pair would stand, written as the writer of canonical JSON writes it. */
const escapedHalf = /\\ud[89a-f]/;

function attempted(document: unknown): string | undefined {
  try {
    return canonical(document);
  } catch {
    return undefined;
  }
}

/** RFC 8785 canonical JSON of what was parsed from JSON, or everything in it that has none. */
export function canonicalOf(document: unknown): Result<string, Diagnostic[]> {
  const text = attempted(document);
  if (text !== undefined && !escapedHalf.test(text)) return ok(text);
  const faults = unencodable(document);
  // because a text may speak of such an escape
  return faults.length === 0 ? ok(text ?? canonical(document)) : err(faults);
}

/** The hash of a value whose canonical text this is. */
export function hashOfText(text: string): string {
  return `sha256:${sha256(text)}`;
}

const unpaired = /\p{Surrogate}/u;

function faultOf(value: unknown): { code: LibraryCode; message: string } | undefined {
  if (typeof value === 'string' && unpaired.test(value)) {
    return { code: 'unpaired-surrogate', message: 'half of a surrogate pair is not a character' };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'number-too-large', message: 'the number is too large to be held exactly' };
  }
  return undefined;
}

/** A value where it stands. The way to it is put together only for the few that are at fault. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | undefined;
}

function pointerTo(place: Place): string {
  const path: string[] = [];
  for (let at = place; at.above !== undefined; at = at.above) path.unshift(at.key);
  return pointerOf(path);
}

/** What JSON text may say and canonical JSON cannot: text that is not Unicode, numbers beyond a double's range. */
export function unencodable(document: unknown): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report = (part: unknown, place: Place) => {
    const fault = faultOf(part);
    if (fault !== undefined) findings.push(found(fault.code, pointerTo(place), fault));
  };
  const waiting: Place[] = [{ value: document, key: '', above: undefined }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value } = place;
    report(value, place);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      report(key, place);
      waiting.push({ value: inner, key, above: place });
    }
  }
  return findings.reverse();
}
