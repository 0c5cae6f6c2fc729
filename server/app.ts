import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { createKeeper } from './decisions/keeper.ts';
import type { Deps } from './deps.ts';
import { exampleQuestion } from './example.ts';
import { requireKey } from './key.ts';
import { loggable } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { observe } from './observe.ts';
import { openapiDocument } from './openapi-document.ts';
import { problem } from './problem.ts';
import { refuseInvalid } from './refuse-invalid.ts';
import type { ServerEnv } from './request-context.ts';
import { batches } from './routes/batches.ts';
import { comparisons } from './routes/comparisons.ts';
import { decisions } from './routes/decisions.ts';
import { evaluations } from './routes/evaluations.ts';
import { examples } from './routes/examples.ts';
import { families } from './routes/families.ts';
import { openapi } from './routes/openapi.ts';
import { operations } from './routes/operations.ts';
import { problems } from './routes/problems.ts';
import { reference } from './routes/reference.ts';
import { rulesets } from './routes/rulesets.ts';
import { studio } from './routes/studio.ts';
import { vocabularies } from './routes/vocabularies.ts';
import { securityHeaders } from './security-headers.ts';
import { StoreFault } from './store/fault.ts';
import { storeFailed } from './store-failed.ts';

/** An app that gives every request an id, a line in the log, safe headers, and a problem where it has no answer. */
function frame({ clock, ids, lifecycle, log }: Deps, metrics: Metrics) {
  const app = new OpenAPIHono<ServerEnv>({ defaultHook: refuseInvalid });
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
  app.notFound((c) => problem(c, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 415) return problem(c, 'content-type-unsupported');
    if (error instanceof StoreFault) return storeFailed(c, log, error);
    log.error({ requestId: c.get('requestId'), error: loggable(error) }, 'unexpected');
    return problem(c, 'unexpected');
  });
  return app;
}

/** The whole server as one function from request to answer; everything outside it comes in `deps`. */
export function createApp(deps: Deps, metrics = createMetrics()) {
  const example = exampleQuestion(deps);
  const keeper = createKeeper(deps.store);
  const app = frame(deps, metrics);
  const api = new OpenAPIHono<ServerEnv>();
  // What stands before the key needs none.
  api.route(
    '/',
    openapi(() => openapiDocument(app, deps.library)),
  );
  api.route('/', reference());
  const open = api.route('/', problems()).route('/', examples(example));
  open.use(requireKey(deps.access));
  const whole = open
    .route('/', evaluations(deps, { metrics, example, keeper }))
    .route('/', batches(deps, { metrics, example, keeper }))
    .route('/', comparisons(deps, metrics, example))
    .route('/', decisions(deps))
    .route('/', families(deps))
    .route('/', rulesets(deps))
    .route('/', vocabularies(deps));
  return app.route('/api/v1', whole).route('/', operations(deps, metrics)).route('/', studio(deps));
}

/** What the studio's typed client knows of the server. */
export type Api = ReturnType<typeof createApp>;
