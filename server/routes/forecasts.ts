import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { windowsAhead } from '../../engine/index.ts';
import { auditRefusal } from '../audit/refusal.ts';
import { type BatchSetup, plainVersion } from '../batch/setup.ts';
import { turnstile } from '../busy.ts';
import { windowsOf } from '../claims/windows.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { findingsOf, requestFindings } from '../finding.ts';
import { forecastCsv } from '../forecast/forecast-csv.ts';
import { forecastAnswer, forecastFamilies } from '../forecast/forecast-families.ts';
import { ledgerClaims } from '../forecast/ledger-claims.ts';
import { notAllowed } from '../identity/refuse.ts';
import { dayOf } from '../library/evaluate.ts';
import { resolve } from '../library/selector.ts';
import { catalogue, problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unresolved } from '../unresolved.ts';
import { asTable, csvNamed } from './as-table.ts';
import { isNdjson, NDJSON, nothing, selected, selectorQuery } from './batches.ts';

const query = (example: Example) =>
  selectorQuery(example).extend({
    asOf: requestDay.meta({
      description: 'The day asked about: nothing new happens after it.',
      example: example.asOf,
    }),
    restateAttachment: requestDay.optional(),
    ledgerClaims: ledgerClaims.meta({
      description:
        'Whether claims of the caller’s ledger count as earlier ones beside those in the families’ own records, as a claim run counts them; it needs the permission `claims:read`. Otherwise only claims in the records count, and what the ledger has claimed is forecast again.',
    }),
    ...asTable('a row for each claim window and each of its payments').shape,
  });

const forecastRoute = (example: Example) =>
  createRoute({
    method: 'post',
    path: '/forecasts',
    summary: 'What would be claimed for families in each claim window',
    description:
      'NDJSON in, one family a line; one answer. For each window in force of the ruleset’s programme and phase that has not closed by `asOf`: families, claims and pence, `low` what is due on the day already, `expected` what comes due if nothing new happens, `high` what is possible were everything unknown found to speak for the family. A claim forecast in one window is an earlier claim in the next. What was claimed before by the families’ own records is not counted again; nor, with `ledgerClaims=true`, what the ledger has: `claimsCounted` says which. `windowsTooFar` are windows that close more than ten years on and are left out. A bad line, or a family that came before, is counted in `problems` and never fails the rest. Nothing is kept.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: {
      query: query(example),
      body: {
        required: true,
        content: { [NDJSON]: { schema: z.string(), example: `${JSON.stringify(example.family)}\n` } },
      },
    },
    responses: {
      200: {
        description: 'What is forecast, window by window',
        content: {
          'application/json': { schema: forecastAnswer.meta({ id: 'Forecast' }) },
          'text/csv': { schema: z.string() },
        },
      },
      400: problemAnswer('query-invalid'),
      401: problemAnswer('key-missing', 'key-wrong'),
      404: problemAnswer('ruleset-not-found', 'version-not-found'),
      415: problemAnswer('content-type-unsupported'),
      422: problemAnswer('nothing-in-force', 'windows-invalid'),
      429: problemAnswer('too-busy'),
      500: problemAnswer('unexpected'),
    },
  });

/** Forecasts from families, in threads: other requests go on meanwhile. */
export function forecasts({ shelf, limits, threads, store }: Deps, example: Example) {
  const enter = turnstile(limits.batchesAtOnce);
  return new OpenAPIHono<ServerEnv>().openapi(forecastRoute(example), async (c) => {
    const principal = c.get('principal');
    const ofLedger = c.req.valid('query').ledgerClaims === 'true';
    if (ofLedger && !principal.permissions.has('claims:read'))
      return notAllowed(c, store, { needs: 'claims:read' });
    if (!isNdjson(c.req.header('content-type'), c.req.header('content-encoding')))
      return problem(c, 'content-type-unsupported');
    const asked = c.req.valid('query');
    const wanted = selected(asked);
    if (!wanted.success)
      return problem(c, 'query-invalid', { findings: requestFindings(wanted.error, asked) });
    const version = resolve(await shelf.current(), wanted.data);
    if (!version.ok) return unresolved(c, version.error);
    const { programme, phase } = version.value.ruleset;
    const inForce = (await windowsOf(store)).map(({ window }) => window);
    const windows = windowsAhead({ programme, phase }, inForce, dayOf(asked.asOf));
    if (!windows.ok) return problem(c, 'windows-invalid', { findings: findingsOf(windows.error) });
    const leave = enter();
    if (leave === undefined) {
      c.header('Retry-After', '10');
      return problem(c, 'too-busy');
    }
    const { asOf, restateAttachment, as } = asked;
    const setup: BatchSetup = {
      ...{ asOf, restateAttachment, trace: 'none', brief: true, opinionsPerThousand: 0 },
      ...{ lineBytes: limits.bodyBytes, problems: `${catalogue}/`, version: plainVersion(version.value) },
    };
    const address = c.get('address');
    const watched = {
      // because a forecast judges many days, and its first block alone would hold up everybody else
      threads: { begin: (own: BatchSetup) => threads.begin(own, true) },
      stillAllowed: c.get('stillAllowed'),
      onForbidden: (name: string) => auditRefusal(store, principal, { problem: name, address }),
    };
    try {
      const found = await forecastFamilies(c.req.raw.body ?? nothing(), {
        ...{ setup: { ...setup, forecast: { windows: windows.value.open } }, watched },
        ...{ windowsOf: { programme, phase }, windowsTooFar: windows.value.tooFar },
        ...(ofLedger && { ledger: { store, authority: principal.authority, asOf } }),
      });
      if (!found.ok) return problem(c, found.error);
      if (as === 'csv')
        return c.body(forecastCsv(found.value), 200, {
          ...csvNamed('forecast.csv'),
          'Cache-Control': 'no-store',
        });
      return c.json(found.value, 200, { 'Cache-Control': 'no-store' });
    } finally {
      leave();
    }
  });
}
