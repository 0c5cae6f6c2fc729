import { setImmediate } from 'node:timers/promises';
import { OpenAPIHono } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { documentOf, documentsOf, keptDecision, keyOf } from '../decisions/find.ts';
import { howFar } from '../decisions/how-far.ts';
import { nearMisses } from '../decisions/near-misses.ts';
import { createQuery } from '../decisions/query.ts';
import { familyToReplay, replay, type Replayed } from '../decisions/replay.ts';
import type { Deps } from '../deps.ts';
import type { ServerEnv } from '../request-context.ts';
import { wantedOf } from './asked-decisions.ts';
import { cursorOf, cursorText } from './decisions-cursor.ts';
import { LOOKED_AT, nearMissesRoute, replaysRoute } from './samples-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** Kept decisions looked at again, one after another: what they were short of, and whether they come out the same. */
export function decisionsAgain({ store, shelf, limits }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/decision-replays', jsonBody(limits.bodyBytes));
  return routes
    .openapi(nearMissesRoute, async (c) => {
      const { of, cursor, ...filters } = c.req.valid('query');
      const library = await shelf.current();
      const wanted = wantedOf({ ...filters, node: [of], verdict: ['not-met'] }, c.get('principal').authority);
      const page = { from: cursorOf(cursor), limit: LOOKED_AT };
      const { decisions, next } = await createQuery(store, library).page(wanted, page);
      const found = await nearMisses(library, decisions, of);
      const documents = await documentsOf(
        store,
        found.map(({ kept }) => kept),
      );
      const answer = {
        looked: decisions.length,
        nearMisses: found.map(({ kept, places }) => ({
          ...{ record: kept.id, id: kept.contentId, family: kept.family },
          ruleset: { id: kept.ruleset, version: kept.version, hash: kept.versionHash },
          ...{ asOf: kept.asOf, places: [...places] },
          howFar: howFar(library, { kept, places }, documents.get(kept.familyDocument ?? '')),
        })),
        next: next === undefined ? null : cursorText(next),
      };
      return c.json(answer, 200, uncached);
    })
    .openapi(replaysRoute, async (c) => {
      const library = await shelf.current();
      const counts: Record<Replayed['result'], number> = {
        ...{ same: 0, 'same-result-other-trace': 0, different: 0, 'cannot-be-replayed': 0 },
      };
      const results: { record: string; replayed: Replayed }[] = [];
      const missing: string[] = [];
      for (const record of c.req.valid('json').records) {
        const kept = await keptDecision(store, c.get('principal'), record);
        if (kept === undefined) missing.push(record);
        else {
          const [key, document] = [await keyOf(store, kept), await documentOf(store, kept)];
          const again = replay(library, kept, familyToReplay(kept, { key, document, given: undefined }));
          results.push({ record, replayed: again });
          counts[again.result] += 1;
          // because whatever else the server is asked is to go on between two of them
          await setImmediate();
        }
      }
      return c.json({ results, counts, missing }, 200, uncached);
    });
}
