import { createHmac, randomBytes } from 'node:crypto';

/** A fresh key of one family, in hex. What it made cannot be told from any other hash once it is destroyed. */
export function freshFamilyKey(): string {
  return randomBytes(32).toString('hex');
}

/** HMAC-SHA-256, in hex, under a family's key. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'utf8').digest('hex');
}
