import { hash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

const write = configure({ strict: true });

/** RFC 8785 canonical JSON of a JSON value without halves of surrogate pairs. Throws where it holds what is not JSON. */
export function canonical(value: unknown): string {
  const text = write(value);
  if (text === undefined) throw new Error('invariant: only JSON has a canonical form');
  return text;
}

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
