import { createHmac, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;

/** Fresh keys, one a family, in hex. What a key made cannot be told from any other hash once it is destroyed. */
export function freshFamilyKeys(count: number): readonly string[] {
  const bytes = randomBytes(count * KEY_BYTES);
  return Array.from({ length: count }, (_, at) =>
    bytes.toString('hex', at * KEY_BYTES, (at + 1) * KEY_BYTES),
  );
}

/** HMAC-SHA-256, in hex, under a family's key. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'utf8').digest('hex');
}
