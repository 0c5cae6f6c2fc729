import { OpenAPIHono } from '@hono/zod-openapi';
import { onTestFinished } from 'vitest';
import { createKeeper } from '../../server/decisions/keeper.ts';
import type { Deps } from '../../server/deps.ts';
import { exampleQuestion } from '../../server/example.ts';
import type { Principal } from '../../server/identity/principal.ts';
import { createMetrics } from '../../server/metrics.ts';
import { refuseInvalid } from '../../server/refuse-invalid.ts';
import type { ServerEnv } from '../../server/request-context.ts';
import { batches } from '../../server/routes/batches.ts';
import { corrections } from '../../server/routes/corrections.ts';
import { decisionsAgain } from '../../server/routes/decisions-again.ts';
import { decisions } from '../../server/routes/decisions.ts';
import { evaluations } from '../../server/routes/evaluations.ts';
import { evidence } from '../../server/routes/evidence.ts';
import { families } from '../../server/routes/families.ts';
import { samples } from '../../server/routes/samples.ts';
import type { Queries } from '../../server/store/connection.ts';
import { openStore } from '../../server/store/store.ts';
import { appFor, json, posting, questionWith } from './http.ts';
import type { Database } from './stores.ts';

const noon = Date.UTC(2026, 0, 5, 12);

/** The addresses of kept decisions over an empty store of a kind. Whoever asks is `asking`, until the test says otherwise. */
export async function keepingApp({ open }: Pick<Database, 'open'>, given: Partial<Deps> = {}) {
  const time = { now: noon };
  const asking = { principal: somebody('Harrow') };
  const clock = () => (time.now += 1);
  const connection = open();
  const store = await openStore(connection, clock);
  onTestFinished(() => store.close());
  const { deps, logged } = appFor({ store, clock, ...given });
  const app: OpenAPIHono<ServerEnv> = new OpenAPIHono({
    defaultHook: (checked, c) => refuseInvalid(app, checked, c),
  });
  app.use(async (c, next) => {
    c.set('requestId', 'request');
    c.set('principal', asking.principal);
    await next();
  });
  const serving = {
    metrics: createMetrics(),
    example: exampleQuestion(deps),
    keeper: createKeeper(deps.store),
  };
  app
    .route('/api/v1', evaluations(deps, serving))
    .route('/api/v1', batches(deps, serving))
    .route('/api/v1', decisions(deps))
    .route('/api/v1', samples(deps))
    .route('/api/v1', decisionsAgain(deps))
    .route('/api/v1', corrections(deps, serving))
    .route('/api/v1', families(deps))
    .route('/api/v1', evidence(deps));
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const response = await app.request(`/api/v1${path}`, { headers: json, ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: bodyOf(text) };
  };
  const post = (path: string, body: unknown) => ask(path, posting(body));
  /** Keeps the example question, with parts of it replaced, and gives the record's id. */
  const keep = async (changes: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const answer = await post('/evaluations', questionWith({ keep: 'family', ...changes }));
    const record = answer.headers.get('threshold-record');
    if (answer.status !== 200 || record === null) throw new Error(answer.text);
    return record;
  };
  const behind = (work: (q: Queries) => Promise<unknown>) => connection.transaction(work);
  return { deps, logged, store, time, asking, ask, post, keep, behind };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function bodyOf(text: string): Answered['body'] {
  try {
    return JSON.parse(text) as Answered['body'];
  } catch {
    return {};
  }
}

/** Somebody of an authority who may do all of this. */
export function somebody(authority: string, id = 'k-1'): Principal {
  return {
    kind: 'key',
    id,
    name: id,
    authority,
    permissions: new Set([
      'decide',
      'decisions:keep',
      'decisions:read',
      'families:read',
      'families:erase',
      'rulesets:read',
    ]),
  };
}
