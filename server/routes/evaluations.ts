import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { type Decision, decision } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { keepings } from '../decisions/keepable.ts';
import type { Keeper } from '../decisions/keeper.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { writerOf } from '../identity/principal.ts';
import { evaluateAgreed } from '../library/agreed.ts';
import { resolve, selector } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { refusals, refused } from '../refused.ts';
import { unresolved } from '../unresolved.ts';

const question = z
  .strictObject({
    ruleset: selector.meta({
      description:
        'Exact by `version` or `hash`, on any day; or the version in force on `inForceOn`, as known now or on `knownOn`. There is no implicit latest.',
    }),
    asOf: requestDay.meta({
      description: 'The civil day the rules see as today, from 1900-01-01 to 2199-12-31.',
    }),
    family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }),
    trace: z.enum(['none', 'summary', 'full']).default('summary').meta({
      description:
        '`summary` gives the verdict of every place of a rule; `full` also values, thresholds, the records that counted and sources.',
    }),
    restateAttachment: requestDay.optional().meta({
      description: 'Prices and identifies the family as if attached on this day.',
    }),
    keep: z.enum(keepings).optional().meta({
      description:
        'Keeps the decision, to be read, queried and decided again later: `family` with the family as given, `withhold` with nothing of it but a keyed hash and its id. The header `Threshold-Record` then names the record, which is committed before the answer is sent. Without it nothing is kept.',
    }),
  })
  .meta({ id: 'Question' });

const headers = {
  'Threshold-Ruleset': 'Id of the ruleset.',
  'Threshold-Ruleset-Version': 'Version of the ruleset.',
  'Threshold-Ruleset-Hash': 'Content hash of the version.',
  'Threshold-Engine-Semantics': 'Rises whenever the same question could be answered otherwise than before.',
  'Threshold-Decision': 'Id of the decision: the same question has the same id.',
} as const;
const record = {
  'Threshold-Record': 'Id of the record under which the decision is kept, where it is.',
} as const;

const described = Object.fromEntries(
  Object.entries({ ...headers, ...record }).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' as const } },
  ]),
);

function headersOf({ id, ruleset, engine }: Decision): Record<keyof typeof headers, string> {
  return {
    'Threshold-Ruleset': ruleset.id,
    'Threshold-Ruleset-Version': ruleset.version,
    'Threshold-Ruleset-Hash': ruleset.hash,
    'Threshold-Engine-Semantics': String(engine.semantics),
    'Threshold-Decision': id,
  };
}

const evaluation = (example: Example) =>
  createRoute({
    method: 'post',
    path: '/evaluations',
    summary: 'Decide one family',
    description:
      'Every verdict, route, outcome, payment, reason and missing datum for one family, under one version of a ruleset, on one day. Every verdict is folded a second time by the public json-rules-engine; where the two do not agree nothing is decided. Nothing is kept unless `keep` asks for it.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: {
      body: { required: true, content: { 'application/json': { schema: question, example } } },
    },
    responses: {
      200: {
        description: 'The decision, whatever its verdict',
        headers: described,
        content: { 'application/json': { schema: decision.meta({ id: 'Decision' }) } },
      },
      ...refusals,
      403: problemAnswer('keeping-not-allowed'),
      503: problemAnswer('store-busy', 'store-failed'),
    },
  });

interface Serving {
  readonly metrics: Metrics;
  readonly example: Example;
  readonly keeper: Keeper;
}

/** One call, one family, one decision. */
export function evaluations(
  { shelf, limits, log, secondOpinion, ids }: Deps,
  { metrics, example, keeper }: Serving,
) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/evaluations', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(evaluation(example), async (c) => {
    const asked = c.req.valid('json');
    const principal = c.get('principal');
    if (asked.keep !== undefined && !principal.permissions.has('decisions:keep'))
      return problem(c, 'keeping-not-allowed');
    const version = resolve(await shelf.current(), asked.ruleset);
    if (!version.ok) return unresolved(c, version.error);
    const { asOf, restateAttachment, trace } = asked;
    const by = { version: version.value, secondOpinion };
    const decided = await evaluateAgreed(by, asked.family, { asOf, restateAttachment, trace });
    if (!decided.ok) return refused(c, log, { version: version.value, refused: decided.error });
    const { decision, keepable, taken } = decided.value;
    const { ruleset, eligibility } = decision;
    if (taken.length > 0) {
      log.warn({ requestId: c.get('requestId'), ruleset, places: taken }, 'no-second-opinion');
    }
    metrics.evaluations.inc({
      ruleset: ruleset.id,
      version: ruleset.version,
      eligibility: eligibility.verdict,
    });
    if (asked.keep !== undefined) {
      const kept = { record: ids(), keeping: asked.keep, decision: keepable() };
      await keeper.keep(writerOf(principal), [kept]);
      c.header('Threshold-Record', kept.record);
    }
    return c.json(decision, 200, { ...headersOf(decision), 'Cache-Control': 'no-store' });
  });
}
