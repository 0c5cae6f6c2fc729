import { sha256 } from '../canonical.ts';

/** The id of the record of one line of a batch: a UUID made of the batch's own word, which is not guessed, and the line. */
export function recordOf(seed: string, line: number): string {
  const hex = sha256(`${seed}:${String(line)}`);
  // RFC 9562, 5.8: version 8, of our own making
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
