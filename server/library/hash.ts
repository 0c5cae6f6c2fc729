import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Diagnostic, pointerOf } from '../../engine/index.ts';
import { found, type LibraryCode } from './finding.ts';

/**
 * `sha256:` and the digest, in hex, of a value's RFC 8785 canonical JSON.
 * The value is JSON in which `unencodable` finds nothing.
 */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalText(value));
}

/** RFC 8785 canonical JSON of a value in which `unencodable` finds nothing. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('invariant: only JSON has a canonical form');
  return text;
}

/** The hash of a value whose canonical text this is. */
export function hashOfText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
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
