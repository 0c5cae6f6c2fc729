import { BEFORE_ALL } from './entry.ts';
import type { KnownHead } from './verify.ts';

/** A head as it is noted elsewhere: `seq:hash`. */
export function headText(head: KnownHead | undefined): string {
  return head === undefined ? `0:${BEFORE_ALL}` : `${head.seq}:${head.hash}`;
}

/** What `headText` wrote; undefined where it did not. */
export function readHead(text: string): KnownHead | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}
