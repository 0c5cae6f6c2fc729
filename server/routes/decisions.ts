import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonBody } from '../body.ts';
import { documentOf, isKeptElsewhere, keptDecision, keyOf } from '../decisions/find.ts';
import { createQuery } from '../decisions/query.ts';
import { familyToReplay, replay } from '../decisions/replay.ts';
import { shownRecord } from '../decisions/shown.ts';
import type { Deps } from '../deps.ts';
import { actorOf, NATIONAL } from '../identity/principal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { misfits, wantedOf } from './asked-decisions.ts';
import { decisionRoute, decisionsRoute, replayRoute } from './decisions-contract.ts';
import { cursorOf, cursorText } from './decisions-cursor.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** Kept decisions: found, read and made again. */
export function decisions({ store, shelf, limits, log }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  const notFound = async (c: Context<ServerEnv>, id: string) => {
    const { kind, id: who } = c.get('principal');
    if (await isKeptElsewhere(store, id))
      log.warn({ requestId: c.get('requestId'), who: actorOf({ kind, id: who }) }, 'other-authority-refused');
    return problem(c, 'decision-not-found');
  };
  routes.post('/decisions/:id/replay', jsonBody(limits.bodyBytes));
  return routes
    .openapi(decisionsRoute, async (c) => {
      const asked = c.req.valid('query');
      const findings = misfits(asked);
      if (findings.length > 0) return problem(c, 'query-invalid', { findings });
      const { authority } = c.get('principal');
      const query = createQuery(store, await shelf.current());
      const wanted = wantedOf(asked, authority);
      const { decisions: found, next } = await query.page(wanted, {
        from: cursorOf(asked.cursor),
        limit: asked.limit,
      });
      const counts = authority === NATIONAL ? { counts: await query.countByAuthority(wanted) } : {};
      const answer = {
        count: await query.count(wanted),
        ...counts,
        decisions: found.map(shownRecord),
        next: next === undefined ? null : cursorText(next),
      };
      return c.json(answer, 200, uncached);
    })
    .openapi(decisionRoute, async (c) => {
      const { id } = c.req.valid('param');
      const kept = await keptDecision(store, c.get('principal'), id);
      return kept === undefined ? notFound(c, id) : c.json(shownRecord(kept), 200, uncached);
    })
    .openapi(replayRoute, async (c) => {
      const { id } = c.req.valid('param');
      const kept = await keptDecision(store, c.get('principal'), id);
      if (kept === undefined) return notFound(c, id);
      const family = familyToReplay(kept, {
        key: await keyOf(store, kept),
        document: await documentOf(store, kept),
        given: c.req.valid('json').family,
      });
      return c.json(replay(await shelf.current(), kept, family), 200, uncached);
    });
}
