import { OpenAPIHono } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { findApart } from '../claims/apart.ts';
import { claimsCsv, totalsCsv } from '../claims/claims-csv.ts';
import { claimsOf, EVERY_RUN, runsOf } from '../claims/find.ts';
import { itsRun, shownClaims } from '../claims/its-claims.ts';
import { type EventAsked, recordEvents } from '../claims/record-events.ts';
import { sampledIn, shownClaim, totalsOf } from '../claims/shown.ts';
import { addWindow, keptWindows } from '../claims/windows.ts';
import type { Deps } from '../deps.ts';
import type { Principal } from '../identity/principal.ts';
import type { ServerEnv } from '../request-context.ts';
import { csvNamed } from './as-table.ts';
import {
  addWindowRoute,
  apartRoute,
  auditsRoute,
  claimRoute,
  claimsRoute,
  eventsRoute,
  totalsRoute,
  windowsRoute,
} from './claims-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** When claims are taken. */
export function claimWindows({ store, limits, ids }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/claim-windows', jsonBody(limits.bodyBytes));
  return routes
    .openapi(windowsRoute, async (c) => {
      const { windows, replaced } = await keptWindows(store);
      return c.json({ windows: [...windows], replaced: [...replaced] }, 200, uncached);
    })
    .openapi(addWindowRoute, async (c) => {
      const asked = c.req.valid('json');
      await addWindow({ store, ids, principal: c.get('principal') }, asked);
      return c.json(asked, 201, uncached);
    });
}

/** The ledger: claims, what becomes of them, and what they come to. */
export function claims({ store, limits, ids }: Deps) {
  const recorded = async (principal: Principal, events: readonly EventAsked[]) => {
    await recordEvents({ store, ids, principal }, events);
    return shownClaims(
      store,
      events.map(({ claim }) => claim),
      principal,
    );
  };
  const routes = new OpenAPIHono<ServerEnv>();
  for (const at of ['/claim-audits', '/claim-events', '/claims-apart'])
    routes.post(at, jsonBody(limits.bodyBytes));
  return routes
    .openapi(claimsRoute, async (c) => {
      const { run, family, state, payment, sampled, judged, as, from, limit } = c.req.valid('query');
      if (run !== undefined) await itsRun(store, run, c.get('principal'));
      const found = await claimsOf(store, c.get('principal'), { run, family });
      const drawn = await sampledIn(
        store,
        found.map(({ claim }) => claim.run),
      );
      const all = found
        .map((one) => shownClaim(one, drawn))
        .filter(
          (one) =>
            (state === undefined || one.state === state) &&
            (payment === undefined || one.payment === payment) &&
            (sampled === undefined || one.isSampled) &&
            (judged === undefined || (one.audit === null && one.state === 'proposed')),
        );
      if (as === 'csv') return c.body(claimsCsv(all), 200, { ...csvNamed('claims.csv'), ...uncached });
      const pence = all.reduce((sum, one) => sum + one.countsPence, 0);
      const next = from + limit < all.length ? from + limit : null;
      return c.json({ claims: all.slice(from, from + limit), total: all.length, pence, next }, 200, uncached);
    })
    .openapi(claimRoute, async (c) => {
      const [one] = await shownClaims(store, [c.req.valid('param').id], c.get('principal'));
      if (one === undefined) throw new Error('invariant: a claim that is not there is refused');
      return c.json(one, 200, uncached);
    })
    .openapi(auditsRoute, async (c) =>
      c.json({ claims: await recorded(c.get('principal'), c.req.valid('json').events) }, 200, uncached),
    )
    .openapi(eventsRoute, async (c) =>
      c.json({ claims: await recorded(c.get('principal'), c.req.valid('json').events) }, 200, uncached),
    )
    .openapi(apartRoute, async (c) => {
      await findApart({ store, ids, principal: c.get('principal') }, c.req.valid('json'));
      return c.body(null, 204);
    });
}

/** What claims come to. */
export function claimSums({ store, shelf }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  return routes.openapi(totalsRoute, async (c) => {
    const { run, as } = c.req.valid('query');
    const principal = c.get('principal');
    const runs =
      run === undefined
        ? await runsOf(store, principal, { limit: EVERY_RUN })
        : [await itsRun(store, run, principal)];
    const found = await claimsOf(store, principal, { run });
    const totals = totalsOf(found, runs, await shelf.current());
    if (as === 'csv') return c.body(totalsCsv(totals), 200, { ...csvNamed('claim-totals.csv'), ...uncached });
    return c.json(totals, 200, uncached);
  });
}
