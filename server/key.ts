import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { permissionNames } from './identity/permissions.ts';
import { NATIONAL, type Principal } from './identity/principal.ts';
import type { ServerEnv } from './request-context.ts';
import { problem } from './problem.ts';

/** Who may call: anyone, or whoever holds one of the keys, kept as SHA-256 digests only. */
export type Access =
  | { readonly open: true }
  | {
      readonly open: false;
      readonly digests: readonly Buffer[];
      /** Whose a key is; of one that is nobody's, whoever holds it may do all that a key may. */
      readonly holder?: (key: string) => Principal | undefined;
    };

export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

/** Compares digests, of one length whatever the keys, and looks at every one: the time taken says nothing. */
function opens(digests: readonly Buffer[], key: string): boolean {
  const given = digestOf(key);
  return digests.reduce((found, digest) => timingSafeEqual(digest, given) || found, false);
}

const bearer = /^Bearer +(\S+) *$/i;
const challenge = 'Bearer realm="threshold"';
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** An address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whoever holds the key of the environment, or anyone where none is asked, may do all that a key may. */
function everything(kind: 'key' | 'open'): Principal {
  return { kind, id: '', name: kind, authority: NATIONAL, permissions: new Set(permissionNames) };
}

/**
 * Lets a request through that carries a key. Where none is asked, only one that names this machine: a page elsewhere
 * could otherwise point its own host name here and read the answers.
 */
export function requireKey(access: Access): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    if (access.open) {
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      if (!loopbackHost.test(host)) return problem(c, 'host-refused');
      c.set('principal', everything('open'));
      return next();
    }
    const given = bearer.exec(c.req.header('authorization') ?? '')?.[1];
    if (given !== undefined && opens(access.digests, given)) {
      c.set('principal', access.holder?.(given) ?? everything('key'));
      return next();
    }
    c.header('WWW-Authenticate', given === undefined ? challenge : `${challenge}, error="invalid_token"`);
    return problem(c, given === undefined ? 'key-missing' : 'key-wrong');
  };
}
