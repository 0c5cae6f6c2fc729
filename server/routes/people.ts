import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { linkAddress } from '../identity/link.ts';
import {
  addPerson,
  changePerson,
  disablePerson,
  enablePerson,
  hasCharge,
  linkPerson,
  peopleOf,
  personById,
} from '../identity/people.ts';
import { NATIONAL, writerOf } from '../identity/principal.ts';
import { notAllowed, notThere } from '../identity/refuse.ts';
import { endOneSession, sessionsOf } from '../identity/session.ts';
import { shownPerson, shownSession } from '../identity/shown.ts';
import { instantOf } from '../identity/times.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { uncached } from './identity-contract.ts';
import {
  addRoute,
  changeRoute,
  disableRoute,
  enableRoute,
  endSessionRoute,
  linkRoute,
  listRoute,
  sessionsRoute,
} from './people-contract.ts';

type PeopleDeps = Pick<Deps, 'clock' | 'ids' | 'limits' | 'origin' | 'secret' | 'store'>;
type C = Context<ServerEnv>;

/** The person of this id, where whoever asks has charge of them. */
async function inCharge(c: C, { store }: PeopleDeps, id: string) {
  const found = await personById(store, id);
  if (found === undefined || !hasCharge(c.get('principal'), found))
    return { found: undefined, others: found?.id };
  return { found, others: undefined };
}

const gone = (c: C, { store }: PeopleDeps, others: string | undefined) =>
  notThere(c, store, { name: 'person-not-found', others });

/** An authority's administrator keeps to it. */
function mayPlace(c: C, authority: string): boolean {
  const own = c.get('principal').authority;
  return own === NATIONAL || own === authority;
}

const elsewhere = {
  needs: 'people:manage',
  detail: 'only a national administrator has charge of another authority',
};

function peopleRoutes(deps: PeopleDeps) {
  const { store, ids, limits } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/people', jsonBody(limits.bodyBytes));
  routes.patch('/people/:person', jsonBody(limits.bodyBytes));
  return routes
    .openapi(listRoute, async (c) => {
      const people = await peopleOf(store, c.get('principal'));
      return c.json({ people: people.map(shownPerson) }, 200, uncached);
    })
    .openapi(addRoute, async (c) => {
      const asked = c.req.valid('json');
      const authority = asked.authority ?? c.get('principal').authority;
      if (!mayPlace(c, authority)) return notAllowed(c, store, elsewhere);
      const added = await addPerson(store, c.get('principal'), { ...asked, authority, id: ids() });
      return added.ok ? c.json(shownPerson(added.value), 201, uncached) : problem(c, 'email-taken');
    })
    .openapi(changeRoute, async (c) => {
      const { found, others } = await inCharge(c, deps, c.req.valid('param').person);
      if (found === undefined) return gone(c, deps, others);
      const set = c.req.valid('json');
      if (set.authority !== undefined && !mayPlace(c, set.authority)) return notAllowed(c, store, elsewhere);
      const changed = await changePerson(store, c.get('principal'), { id: found.id, set });
      return changed.ok ? c.json(shownPerson(changed.value), 200, uncached) : problem(c, changed.error);
    })
    .openapi(disableRoute, async (c) => {
      const { found, others } = await inCharge(c, deps, c.req.valid('param').person);
      if (found === undefined) return gone(c, deps, others);
      const done = await disablePerson(store, c.get('principal'), found.id);
      return done.ok ? c.json(shownPerson(done.value), 200, uncached) : problem(c, done.error);
    })
    .openapi(enableRoute, async (c) => {
      const { found, others } = await inCharge(c, deps, c.req.valid('param').person);
      if (found === undefined) return gone(c, deps, others);
      return c.json(shownPerson(await enablePerson(store, c.get('principal'), found.id)), 200, uncached);
    });
}

/** Who there is, what they may do, and how they get in. */
export function people(deps: PeopleDeps) {
  const { clock, origin, secret, store } = deps;
  return peopleRoutes(deps)
    .openapi(linkRoute, async (c) => {
      const { found, others } = await inCharge(c, deps, c.req.valid('param').person);
      if (found === undefined) return gone(c, deps, others);
      const token = secret();
      const made = await linkPerson(store, writerOf(c.get('principal')), { id: found.id, token });
      const link = linkAddress(origin ?? new URL(c.req.url).origin, 'password', token);
      return c.json({ link, expiresAt: made.expiresAt }, 201, uncached);
    })
    .openapi(sessionsRoute, async (c) => {
      const { found, others } = await inCharge(c, deps, c.req.valid('param').person);
      if (found === undefined) return gone(c, deps, others);
      const sessions = await sessionsOf(store, found.id, instantOf(clock()));
      return c.json({ sessions: sessions.map((one) => shownSession(one, c.get('session'))) }, 200, uncached);
    })
    .openapi(endSessionRoute, async (c) => {
      const { person, session } = c.req.valid('param');
      const { found, others } = await inCharge(c, deps, person);
      if (found === undefined) return gone(c, deps, others);
      const ended = await endOneSession(store, c.get('principal'), { person: found.id, session });
      return ended ? c.body(null, 204) : problem(c, 'session-not-found');
    });
}
