import type { Context, MiddlewareHandler } from 'hono';
import { auditRefusal } from '../audit/refusal.ts';
import { ok, type Result } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { type Access, isLoopbackHost, opens } from '../key.ts';
import { loggable } from '../log.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Need } from './access.ts';
import { addressOf } from './address-row.ts';
import { sessionToken } from './cookie.ts';
import { type Identified, identifyKey, identifySession } from './identify.ts';
import { permissionNames } from './permissions.ts';
import { NATIONAL, type Principal } from './principal.ts';
import type { IdentityProblem } from './problems.ts';
import { notAllowed } from './refuse.ts';
import { siteOf } from './site.ts';
import { instantOf } from './times.ts';
import { markUse, type Used } from './use.ts';

type GuardDeps = Pick<Deps, 'access' | 'clock' | 'log' | 'origin' | 'store'>;

/** How a caller says who they are. A key goes before a session: a program may run in a signed-in browser. */
type Credential =
  | { readonly by: 'open' }
  | { readonly by: 'key'; readonly token: string }
  | { readonly by: 'session'; readonly token: string };

const bearer = /^Bearer +(\S+) *$/i;
const challenge = 'Bearer realm="threshold"';

function credentialOf(c: Context<ServerEnv>, { access, origin }: GuardDeps): Credential | undefined {
  if (access.open) return { by: 'open' };
  const token = bearer.exec(c.req.header('authorization') ?? '')?.[1];
  if (token !== undefined) return { by: 'key', token };
  const session = sessionToken(c, origin);
  return session === undefined ? undefined : { by: 'session', token: session };
}

/** Whoever holds the key of the environment, or anyone where none is asked, may do all that a key may. */
function everything(kind: 'key' | 'open'): Identified {
  const permissions = new Set(permissionNames);
  return { principal: { kind, id: '', name: kind, authority: NATIONAL, permissions } };
}

function given(access: Access, token: string): boolean {
  return !access.open && opens(access.digests, token);
}

/** Who this is now; asked again, what has changed since is seen. */
function identify(
  { access, clock, store }: GuardDeps,
  credential: Credential,
): Promise<Result<Identified, IdentityProblem>> {
  const now = () => instantOf(clock());
  switch (credential.by) {
    case 'open':
      return Promise.resolve(ok(everything('open')));
    case 'key':
      if (given(access, credential.token)) return Promise.resolve(ok(everything('key')));
      return identifyKey(store, credential.token, now());
    case 'session':
      return identifySession(store, credential.token, now());
  }
}

/** What of the needs the caller does not have. */
function lacking({ kind, permissions }: Principal, needs: readonly Need[]): Need | undefined {
  return needs.find((need) => {
    if (need === 'nobody' || need === 'anybody-signed-in') return false;
    return need === 'person' ? kind !== 'person' : !permissions.has(need);
  });
}

/** Refuses nobody in particular: a line in the log, and nothing of who it may have been. */
function unknown(c: Context<ServerEnv>, { log }: GuardDeps, name: IdentityProblem) {
  log.warn({ requestId: c.get('requestId'), problem: name }, 'refused');
  return problem(c, name);
}

function unidentified(c: Context<ServerEnv>, deps: GuardDeps, name: IdentityProblem) {
  const token = name.startsWith('key-') && name !== 'key-missing';
  c.header('WWW-Authenticate', token ? `${challenge}, error="invalid_token"` : challenge);
  return unknown(c, deps, name);
}

/** A mark that cannot be made refuses nobody: it is not what was asked for. */
async function marked({ store, log }: GuardDeps, used: Used, now: string): Promise<void> {
  try {
    await markUse(store, used, now);
  } catch (error) {
    log.warn({ error: loggable(error) }, 'a use was not marked');
  }
}

/** What the browser adds by itself to a page's requests is taken from our own pages alone. */
function foreign(c: Context<ServerEnv>, deps: GuardDeps, { by }: Credential): boolean {
  if (by === 'key') return false;
  const site = siteOf(c, deps.origin);
  return site === 'other' || (by === 'session' && site === 'unsaid');
}

/**
 * Lets through whoever may do what the table says the address needs, and says to the handlers who it is. Where no key is
 * asked, only a request that names this machine: a page elsewhere could otherwise point its own host name here.
 */
export function guard(deps: GuardDeps): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const { address, needs } = addressOf(c) ?? { address: '', needs: ['anybody-signed-in' as const] };
    if (needs.every((need) => need === 'nobody')) {
      const wrong = c.req.method !== 'GET' && siteOf(c, deps.origin) === 'other';
      return wrong ? unknown(c, deps, 'cross-site') : next();
    }
    if (deps.access.open && !isLoopbackHost(c.req.header('host') ?? new URL(c.req.url).host))
      return problem(c, 'host-refused');
    const credential = credentialOf(c, deps);
    if (credential === undefined) return unidentified(c, deps, 'key-missing');
    const identified = await identify(deps, credential);
    if (!identified.ok) return unidentified(c, deps, identified.error);
    const { principal, used } = identified.value;
    c.set('principal', principal);
    c.set('address', address);
    if (foreign(c, deps, credential)) {
      await auditRefusal(deps.store, principal, { problem: 'cross-site', address });
      return problem(c, 'cross-site');
    }
    const lacks = lacking(principal, needs);
    if (lacks !== undefined) return notAllowed(c, deps.store, { needs: lacks });
    if (used !== undefined) await marked(deps, used, instantOf(deps.clock()));
    if (credential.by === 'session' && used !== undefined) c.set('session', used.id);
    c.set('stillAllowed', async () => {
      const again = await identify(deps, credential);
      if (!again.ok) return again.error;
      return lacking(again.value.principal, needs) === undefined ? undefined : 'not-allowed';
    });
    return next();
  };
}
