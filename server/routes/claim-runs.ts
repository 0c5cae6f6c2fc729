import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import type { ProposingDeps } from '../claims/against-ledger.ts';
import { ledgerFamily } from '../claims/family.ts';
import { claimsByRun, heldOf, runsOf } from '../claims/find.ts';
import { itsRun, shownWhole } from '../claims/its-claims.ts';
import { proposeNext } from '../claims/propose-next.ts';
import { proposeOne } from '../claims/propose-one.ts';
import { proposingOf } from '../claims/proposing.ts';
import { submitRun, withdrawRun } from '../claims/record-events.ts';
import { beginRun, type ClaimRun } from '../claims/run.ts';
import { drawSample } from '../claims/sampled.ts';
import { shownHeld, shownRun } from '../claims/shown.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { readFamily } from '../library/read-family.ts';
import { resolve } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { unresolved } from '../unresolved.ts';
import {
  beginRoute,
  heldRoute,
  nextRoute,
  oneRoute,
  runRoute,
  runsRoute,
  sampleRunRoute,
  submitRoute,
  withdrawRoute,
} from './claim-runs-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

type Proposing = Pick<Deps, 'store' | 'shelf' | 'ids' | 'secondOpinion'>;

const making = (c: Context<ServerEnv>, { store, ids }: Pick<Deps, 'store' | 'ids'>) => ({
  ...{ store, ids },
  principal: c.get('principal'),
});

async function proposingUnder(c: Context<ServerEnv>, deps: Proposing, run: ClaimRun): Promise<ProposingDeps> {
  const { shelf, secondOpinion } = deps;
  return proposingOf(making(c, deps), run, { library: await shelf.current(), secondOpinion });
}

/** Claim runs: begun, listed and read. */
export function claimRuns(deps: Deps) {
  const { store, shelf, limits } = deps;
  const shown = (c: Context<ServerEnv>, run: ClaimRun) => shownWhole(store, run, c.get('principal'));
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/claim-runs', jsonBody(limits.bodyBytes));
  return routes
    .openapi(beginRoute, async (c) => {
      const { ruleset, ...asked } = c.req.valid('json');
      const version = resolve(await shelf.current(), ruleset);
      if (!version.ok) return unresolved(c, version.error);
      const run = await beginRun(making(c, deps), version.value, asked);
      return c.json(await shown(c, run), 201, uncached);
    })
    .openapi(runsRoute, async (c) => {
      const { limit, after } = c.req.valid('query');
      const found = await runsOf(store, c.get('principal'), { limit: limit + 1, after });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      const all = await claimsByRun(store, c.get('principal'));
      const runs = await Promise.all(page.map((run) => shownRun(store, run, all.get(run.id) ?? [])));
      return c.json({ runs, next }, 200, uncached);
    })
    .openapi(runRoute, async (c) => {
      const run = await itsRun(store, c.req.valid('param').id, c.get('principal'));
      return c.json(await shown(c, run), 200, uncached);
    })
    .openapi(heldRoute, async (c) => {
      const run = await itsRun(store, c.req.valid('param').id, c.get('principal'));
      const held = await shownHeld(store, c.get('principal'), await heldOf(store, run.id));
      return c.json({ held }, 200, uncached);
    });
}

/** What is done with a claim run: proposed, sampled, submitted and withdrawn. */
export function claimRunActs(deps: Deps, metrics: Metrics) {
  const { store, limits } = deps;
  const shown = (c: Context<ServerEnv>, run: ClaimRun) => shownWhole(store, run, c.get('principal'));
  const routes = new OpenAPIHono<ServerEnv>();
  const busy = atMost(limits.evaluationsAtOnce, metrics);
  routes.use('/claim-runs/:id/next', busy);
  routes.post('/claim-runs/:id/claims', busy, jsonBody(limits.bodyBytes));
  for (const act of ['sample', 'submit', 'withdraw'])
    routes.post(`/claim-runs/:id/${act}`, jsonBody(limits.bodyBytes));
  return routes
    .openapi(nextRoute, async (c) => {
      const run = await itsRun(store, c.req.valid('param').id, c.get('principal'));
      return c.json(
        await shown(c, await proposeNext(await proposingUnder(c, deps, run), run)),
        200,
        uncached,
      );
    })
    .openapi(oneRoute, async (c) => {
      const run = await itsRun(store, c.req.valid('param').id, c.get('principal'));
      const asked = c.req.valid('json');
      const by = await proposingUnder(c, deps, run);
      const { ruleset, basis } = by.judging.version;
      const read = readFamily(asked.family, ruleset.vocabulary, basis);
      if (!read.ok) return problem(c, 'family-invalid', { findings: findingsOf(read.error, '/family') });
      const family = ledgerFamily.parse(asked.family);
      return c.json(await shown(c, await proposeOne(by, run, { ...asked, family })), 201, uncached);
    })
    .openapi(sampleRunRoute, async (c) => {
      const drawing = c.req.valid('json');
      const run = await drawSample(store, c.get('principal'), { run: c.req.valid('param').id, drawing });
      return c.json(await shown(c, run), 200, uncached);
    })
    .openapi(submitRoute, async (c) => {
      const { id } = c.req.valid('param');
      await proposingUnder(c, deps, await itsRun(store, id, c.get('principal')));
      const run = await submitRun(making(c, deps), id, c.req.valid('json').on);
      return c.json(await shown(c, run), 200, uncached);
    })
    .openapi(withdrawRoute, async (c) => {
      const run = await withdrawRun(making(c, deps), c.req.valid('param').id, c.req.valid('json').reason);
      return c.json(await shown(c, run), 200, uncached);
    });
}
