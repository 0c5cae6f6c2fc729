import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { Underway } from './cohorts/underway.ts';
import { createKeeper } from './decisions/keeper.ts';
import type { Deps } from './deps.ts';
import { type Example, exampleQuestion } from './example.ts';
import { Refusal } from './governance/refusal.ts';
import { actRefused } from './governance/refused.ts';
import { holdToTable } from './identity/address-row.ts';
import { guard } from './identity/guard.ts';
import { loggable } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { observe } from './observe.ts';
import { openapiDocument } from './openapi-document.ts';
import { problem } from './problem.ts';
import { refuseInvalid } from './refuse-invalid.ts';
import type { ServerEnv } from './request-context.ts';
import { ownAccount } from './routes/account.ts';
import { audit } from './routes/audit.ts';
import { batches } from './routes/batches.ts';
import { calendars } from './routes/calendars.ts';
import { claimRunActs, claimRuns } from './routes/claim-runs.ts';
import { claims, claimSums, claimWindows } from './routes/claims.ts';
import { claimableDays } from './routes/claimable-days.ts';
import { cohortContents } from './routes/cohort-contents.ts';
import { cohortTemplates } from './routes/cohort-templates.ts';
import { cohortUploads } from './routes/cohort-uploads.ts';
import { cohorts } from './routes/cohorts.ts';
import { comparisons } from './routes/comparisons.ts';
import { publishedContent } from './routes/contents.ts';
import { corrections } from './routes/corrections.ts';
import { costSheets } from './routes/cost-sheets.ts';
import { decisionsAgain } from './routes/decisions-again.ts';
import { decisions } from './routes/decisions.ts';
import { draftActs, draftImpact } from './routes/draft-acts.ts';
import { draftReads, drafts } from './routes/drafts.ts';
import { evaluations } from './routes/evaluations.ts';
import { evidence } from './routes/evidence.ts';
import { examples } from './routes/examples.ts';
import { families } from './routes/families.ts';
import { forecasts } from './routes/forecasts.ts';
import { jobResults } from './routes/job-results.ts';
import { jobs } from './routes/jobs.ts';
import { keys } from './routes/keys.ts';
import { links } from './routes/links.ts';
import { openapi } from './routes/openapi.ts';
import { operations } from './routes/operations.ts';
import { people } from './routes/people.ts';
import { problems } from './routes/problems.ts';
import { programmeDocuments } from './routes/programme-documents.ts';
import { programmes } from './routes/programmes.ts';
import { projections } from './routes/projections.ts';
import { reconciliations } from './routes/reconciliations.ts';
import { reference } from './routes/reference.ts';
import { releases } from './routes/releases.ts';
import { rulesets } from './routes/rulesets.ts';
import { samples } from './routes/samples.ts';
import { sessions } from './routes/sessions.ts';
import { strips } from './routes/strips.ts';
import { studio, studioPage } from './routes/studio.ts';
import { vocabularies } from './routes/vocabularies.ts';
import { securityHeaders } from './security-headers.ts';
import { StoreFault } from './store/fault.ts';
import { storeFailed } from './store-failed.ts';

/** An app that gives every request an id, a line in the log, safe headers, and a problem where it has no answer. */
function frame({ clock, ids, lifecycle, log, store, studio: folder }: Deps, metrics: Metrics) {
  const app: OpenAPIHono<ServerEnv> = new OpenAPIHono({
    defaultHook: (checked, c) => refuseInvalid(app, checked, c),
  });
  app.use(requestId({ limitLength: 64, generator: ids }));
  app.use(securityHeaders());
  app.use(observe({ clock, log, metrics }));
  app.use(async (c, next) => {
    await next();
    if (lifecycle.draining) c.header('Connection', 'close');
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', [...methods, 'OPTIONS'].join(', '));
        return c.req.method === 'OPTIONS' ? c.body(null, 204) : problem(c, 'method-not-allowed');
      },
    }),
  );
  const page = studioPage(folder);
  app.notFound(async (c) => (await page(c)) ?? problem(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 415) return problem(c, 'content-type-unsupported');
    if (error instanceof Refusal) return actRefused(c, store, error);
    if (error instanceof StoreFault) return storeFailed(c, { log, metrics }, error);
    log.error({ requestId: c.get('requestId'), error: loggable(error) }, 'unexpected');
    return problem(c, 'unexpected');
  });
  return app;
}

function mount(app: OpenAPIHono<ServerEnv>, parts: readonly Hono<ServerEnv>[]): void {
  for (const part of parts) app.route('/', part);
}

/** What follows decisions, and keeps nothing of what it is sent. */
function programmeSums(deps: Deps, example: Example): readonly Hono<ServerEnv>[] {
  return [
    projections(deps),
    forecasts(deps, example),
    costSheets(deps),
    programmes(deps),
    programmeDocuments(deps),
  ];
}

/** The whole server as one function from request to answer; everything outside it comes in `deps`. */
export function createApp(deps: Deps, metrics = createMetrics()) {
  const example = exampleQuestion(deps);
  const keeper = createKeeper(deps.store);
  const underway = new Underway();
  const app = frame(deps, metrics);
  const api = new OpenAPIHono<ServerEnv>();
  api.use(guard(deps));
  api.route(
    '/',
    openapi(() => openapiDocument(app, deps.library)),
  );
  api.route('/', reference());
  mount(api, [
    problems(),
    examples(example),
    evaluations(deps, { metrics, example, keeper }),
    batches(deps, { metrics, example, keeper }),
    comparisons(deps, metrics, example),
    strips(deps, metrics, example),
    claimableDays(deps, metrics, example),
    ...programmeSums(deps, example),
    rulesets(deps),
    vocabularies(deps),
    calendars(deps),
    ownAccount(deps),
    sessions(deps),
    links(deps),
    people(deps),
    keys(deps),
    audit(deps),
    drafts(deps),
    draftReads(deps),
    draftActs(deps),
    draftImpact(deps),
    releases(deps),
    publishedContent(deps),
    decisions(deps),
    samples(deps),
    decisionsAgain(deps),
    corrections(deps, { metrics, keeper }),
    families(deps),
    evidence(deps),
    cohorts(deps, underway),
    cohortContents(deps),
    cohortUploads(deps, underway),
    cohortTemplates(deps),
    jobs(deps),
    jobResults(deps),
    claimWindows(deps),
    claimRuns(deps),
    claimRunActs(deps, metrics),
    claims(deps),
    claimSums(deps),
    reconciliations(deps, metrics),
  ]);
  app.route('/api/v1', api);
  mount(app, [operations(deps, metrics), studio(deps)]);
  holdToTable(app.routes);
  return app;
}

/**
 * What the studio's typed client knows of the server: what stands under `/api/v1`, a family of addresses at a time,
 * because one type of all of them takes the compiler minutes.
 */
export type Api =
  | ReturnType<typeof examples>
  | ReturnType<typeof evaluations>
  | ReturnType<typeof comparisons>
  | ReturnType<typeof rulesets>
  | ReturnType<typeof vocabularies>
  | ReturnType<typeof calendars>
  | ReturnType<typeof programmeDocuments>
  | ReturnType<typeof ownAccount>
  | ReturnType<typeof sessions>
  | ReturnType<typeof links>
  | ReturnType<typeof people>
  | ReturnType<typeof keys>
  | ReturnType<typeof audit>
  | ReturnType<typeof drafts>
  | ReturnType<typeof draftReads>
  | ReturnType<typeof draftActs>
  | ReturnType<typeof draftImpact>
  | ReturnType<typeof releases>
  | ReturnType<typeof publishedContent>
  | ReturnType<typeof decisions>
  | ReturnType<typeof samples>
  | ReturnType<typeof decisionsAgain>
  | ReturnType<typeof corrections>
  | ReturnType<typeof families>
  | ReturnType<typeof evidence>
  | ReturnType<typeof cohorts>
  | ReturnType<typeof cohortContents>
  | ReturnType<typeof cohortUploads>
  | ReturnType<typeof cohortTemplates>
  | ReturnType<typeof strips>
  | ReturnType<typeof claimableDays>
  | ReturnType<typeof projections>
  | ReturnType<typeof forecasts>
  | ReturnType<typeof costSheets>
  | ReturnType<typeof programmes>
  | ReturnType<typeof jobs>
  | ReturnType<typeof jobResults>
  | ReturnType<typeof claimWindows>
  | ReturnType<typeof claimRuns>
  | ReturnType<typeof claimRunActs>
  | ReturnType<typeof claims>
  | ReturnType<typeof claimSums>
  | ReturnType<typeof reconciliations>;
