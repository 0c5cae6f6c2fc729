import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Diagnostic, pointerStep } from '../../engine/index.ts';

/**
 * `sha256:` and the digest, in hex, of a value's RFC 8785 canonical JSON.
 * The value is JSON in which `unencodable` finds nothing.
 */
export function hashOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('invariant: only JSON has a canonical form');
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

const unpaired = /\p{Surrogate}/u;

function faultOf(value: unknown): Pick<Diagnostic, 'code' | 'message'> | undefined {
  if (typeof value === 'string' && unpaired.test(value)) {
    return { code: 'unpaired-surrogate', message: 'half of a surrogate pair is not a character' };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'number-too-large', message: 'the number is too large to be held exactly' };
  }
  return undefined;
}

/** What JSON text may say and canonical JSON cannot: text that is not Unicode, numbers beyond a double's range. */
export function unencodable(document: unknown): Diagnostic[] {
  const found: Diagnostic[] = [];
  const waiting: { value: unknown; pointer: string }[] = [{ value: document, pointer: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer } = next;
    const fault = faultOf(value);
    if (fault !== undefined) found.push({ ...fault, severity: 'error', pointer });
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const at = pointerStep(pointer, key);
      const badKey = faultOf(key);
      if (badKey !== undefined) found.push({ ...badKey, severity: 'error', pointer });
      waiting.push({ value: inner, pointer: at });
    }
  }
  return found.sort((left, right) => (left.pointer < right.pointer ? -1 : 1));
}
