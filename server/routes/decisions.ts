import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonBody } from '../body.ts';
import { documentOf, isKeptElsewhere, keptDecision, keyOf } from '../decisions/find.ts';
import { createQuery, type Wanted } from '../decisions/query.ts';
import { familyToReplay, replay } from '../decisions/replay.ts';
import { shownRecord } from '../decisions/shown.ts';
import type { Deps } from '../deps.ts';
import { actorOf, NATIONAL } from '../identity/principal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { type AskedDecisions, decisionRoute, decisionsRoute, replayRoute } from './decisions-contract.ts';
import { cursorOf, cursorText } from './decisions-cursor.ts';

const uncached = { 'Cache-Control': 'no-store' };

const unpaired = (pointer: string, message: string) => ({ code: 'not-allowed', pointer, message });

/** What does not go together in a query, if anything. */
function misfits({ node = [], verdict = [], onlyBecause }: AskedDecisions) {
  if (node.length !== verdict.length)
    return [unpaired('/verdict', '`node` and `verdict` are given in pairs')];
  if (onlyBecause !== undefined && (node.length !== 1 || verdict[0] !== 'met'))
    return [unpaired('/onlyBecause', '`onlyBecause` goes with one `node`, and with `verdict=met`')];
  return [];
}

function wantedOf(asked: AskedDecisions, authority: string): Wanted {
  const { node = [], verdict = [], superseded } = asked;
  const { ruleset, version, hash, asOfFrom, asOfTo, keptFrom, keptTo, who, restsOn, onlyBecause } = asked;
  const nodes = node.flatMap((id, at) => {
    const wanted = verdict[at];
    return wanted === undefined ? [] : [{ node: id, verdict: wanted }];
  });
  return {
    ...{ ruleset, version, hash, asOfFrom, asOfTo, keptFrom, keptTo, who, restsOn, onlyBecause },
    authority,
    nodes,
    superseded: superseded === undefined ? undefined : superseded === 'true',
  };
}

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
