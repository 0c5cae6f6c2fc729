import { createHash, timingSafeEqual } from 'node:crypto';

/** Who may call: anyone, or whoever is known; beside the kept keys those of the environment, as SHA-256 digests only. */
export type Access = { readonly open: true } | { readonly open: false; readonly digests: readonly Buffer[] };

export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

/** Compares digests, of one length whatever the keys, and looks at every one: the time taken says nothing. */
export function opens(digests: readonly Buffer[], key: string): boolean {
  const given = digestOf(key);
  return digests.reduce((found, digest) => timingSafeEqual(digest, given) || found, false);
}

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** A `Host` header that names this machine. */
export function isLoopbackHost(host: string): boolean {
  return loopbackHost.test(host);
}

/** An address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
