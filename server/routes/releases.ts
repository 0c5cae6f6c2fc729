import { OpenAPIHono } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { nameHistory } from '../governance/list-drafts.ts';
import { releaseVersion, withdrawVersion } from '../governance/release-draft.ts';
import { resolve, versionsOf } from '../library/selector.ts';
import type { ServerEnv } from '../request-context.ts';
import { shownRelease, unnamed } from '../unresolved.ts';
import { shownEvent } from './drafts.ts';
import { releaseVersionRoute, rulesetHistoryRoute, withdrawVersionRoute } from './releases-contract.ts';

const uncached = { 'Cache-Control': 'private, no-store' };

/** When published versions are in force, and what happened to rulesets. */
export function releases(deps: Pick<Deps, 'store' | 'shelf' | 'ids' | 'limits'>) {
  const { shelf, store, limits } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  for (const act of ['release', 'withdraw'])
    routes.post(`/rulesets/:id/versions/:version/${act}`, jsonBody(limits.bodyBytes));
  return routes
    .openapi(releaseVersionRoute, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = resolve(await shelf.current(), { id, version });
      if (!found.ok) return unnamed(c, found.error);
      const named = { ruleset: id, version, hash: found.value.hash };
      const release = await releaseVersion(deps, c.get('principal'), { named, days: c.req.valid('json') });
      return c.json({ release: shownRelease(release) }, 200, uncached);
    })
    .openapi(withdrawVersionRoute, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = resolve(await shelf.current(), { id, version });
      if (!found.ok) return unnamed(c, found.error);
      const named = { ruleset: id, version, hash: found.value.hash };
      const withdrawn = await withdrawVersion(deps, c.get('principal'), { named, days: c.req.valid('json') });
      const { inForce } = withdrawn;
      const answer = {
        release: shownRelease(withdrawn.release),
        standing: withdrawn.standing.map(shownRelease),
        inForce: inForce === null ? null : shownRelease(inForce),
      };
      return c.json(answer, 200, uncached);
    })
    .openapi(rulesetHistoryRoute, async (c) => {
      const { id } = c.req.valid('param');
      const found = versionsOf(await shelf.current(), id);
      if (!found.ok) return unnamed(c, found.error);
      const events = await nameHistory(store, c.get('principal'), { kind: 'ruleset', name: id });
      return c.json({ events: events.map(shownEvent) }, 200, uncached);
    });
}
