import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { auditRefusal } from '../audit/refusal.ts';
import { type BatchSummary, decideBatch } from '../batch/batch.ts';
import { type BatchSetup, OPINIONS_PER_THOUSAND, plainVersion } from '../batch/setup.ts';
import { streamOf } from '../batch/stream.ts';
import { turnstile } from '../busy.ts';
import { keepings } from '../decisions/keepable.ts';
import type { Keeper, ToKeep } from '../decisions/keeper.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { requestFindings } from '../finding.ts';
import { writerOf } from '../identity/principal.ts';
import { resolve, selector } from '../library/selector.ts';
import { loggable } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { catalogue, problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unresolved } from '../unresolved.ts';

/** Typed as any text, because zod-openapi takes a literal that ends in json for JSON. */
export const NDJSON: string = 'application/x-ndjson';

/** A query that names a version. */
export const selectorQuery = (example: Example) =>
  z.strictObject({
    ruleset: z
      .string()
      .min(1)
      .max(80)
      .meta({ description: 'Id of the ruleset.', example: example.ruleset.id }),
    version: z.string().optional().meta({
      description: 'Exactly one of `version`, `hash` and `inForceOn` is wanted.',
      example: example.ruleset.version,
    }),
    hash: z.string().optional(),
    inForceOn: z.string().optional(),
    knownOn: z.string().optional(),
  });

const query = (example: Example) =>
  selectorQuery(example).extend({
    asOf: requestDay.meta({ description: 'The civil day the rules see as today.', example: example.asOf }),
    trace: z.enum(['none', 'summary', 'full']).default('none'),
    restateAttachment: requestDay.optional(),
    secondOpinion: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .refine((n) => n <= 1000, 'a whole number from 0 to 1000 is wanted here')
      .default(OPINIONS_PER_THOUSAND)
      .meta({
        type: 'integer',
        description:
          'Of 1,000 lines, how many are judged by json-rules-engine too; one on which the two engines differ is refused.',
      }),
    keep: z.enum(keepings).optional().meta({
      description:
        'Keeps every decision, as for one evaluation; each line then has a `record`. All of them are committed before the summary is sent: where the store fails there is no summary.',
    }),
    brief: z.enum(['true', 'false']).default('false').meta({
      description:
        'Verdicts and amounts alone: no reasons, no missing data, no hashes of families. Not with `trace`.',
    }),
  });

const batchRoute = (example: Example) =>
  createRoute({
    method: 'post',
    path: '/evaluations/batch',
    summary: 'Decide many families',
    description:
      'NDJSON in, one family a line; NDJSON out, in the same order: `{"line", "family", "decision"}` or `{"line", "family", "problem"}`. Lines count from 1; blank ones are counted and skipped. A bad line never fails the rest. The last line is `{"summary": {"lines", "decisions", "problems", "sha256"}}`, the digest over all bytes before it, so that a stream that was cut short is told from a whole one. However long the input, it is read only as fast as the answer is taken. Where the key is revoked meanwhile the answer ends with a problem and no summary. Nothing is kept unless `keep` asks for it.',
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
        description: 'A line for each family, the summary last',
        content: { [NDJSON]: { schema: z.string() } },
      },
      400: problemAnswer('query-invalid'),
      401: problemAnswer('key-missing', 'key-wrong'),
      403: problemAnswer('keeping-not-allowed'),
      404: problemAnswer('ruleset-not-found', 'version-not-found'),
      415: problemAnswer('content-type-unsupported'),
      422: problemAnswer('nothing-in-force'),
      429: problemAnswer('too-busy'),
      500: problemAnswer('unexpected'),
    },
  });

/** Whether a body is said to be plain NDJSON. */
export function isNdjson(type: string | undefined, encoding: string | undefined): boolean {
  return (
    /^application\/x-ndjson\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '') &&
    (encoding ?? 'identity') === 'identity'
  );
}

const briefly = {
  code: 'not-allowed',
  pointer: '/trace',
  message: '`brief` says nothing but verdicts and amounts: leave out `trace`',
};

/** What stands for a body that is not there. */
export async function* nothing(): AsyncGenerator<Uint8Array> {
  // An empty body is a batch of no lines.
}

/** The version that a query names, or what is wrong with how it does. */
export function selected({
  ruleset: id,
  version,
  hash,
  inForceOn,
  knownOn,
}: z.infer<ReturnType<typeof selectorQuery>>) {
  const given = Object.entries({ id, version, hash, inForceOn, knownOn });
  return selector.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
}

function counting({ batchLines }: Metrics) {
  return ({ decisions, problems }: BatchSummary) => {
    batchLines.inc({ outcome: 'decision' }, decisions);
    batchLines.inc({ outcome: 'problem' }, problems);
  };
}

interface Serving {
  readonly metrics: Metrics;
  readonly example: Example;
  readonly keeper: Keeper;
}

interface Noting extends Pick<Deps, 'log' | 'store'> {
  /** Of the version that decides. */
  readonly hash: string;
}

/** Notes what is not as it should be with a batch under way. */
function noting(c: Context<ServerEnv>, { log, store, hash }: Noting) {
  const [requestId, principal, registered] = [c.get('requestId'), c.get('principal'), c.get('address')];
  return {
    onDisagreement: ({ line, places }: { readonly line: number; readonly places: readonly string[] }) => {
      log.error({ requestId, ruleset: hash, line, places }, 'engines-disagree');
    },
    onForbidden: async (name: string) => {
      log.warn({ requestId, problem: name }, 'a batch was stopped');
      await auditRefusal(store, principal, { problem: name, address: registered });
    },
  };
}

/** Whole caseloads in one call. */
export function batches(
  { shelf, limits, threads, log, ids, store }: Deps,
  { metrics, example, keeper }: Serving,
) {
  const enter = turnstile(limits.batchesAtOnce);
  const onEnd = counting(metrics);
  return new OpenAPIHono<ServerEnv>().openapi(batchRoute(example), async (c) => {
    if (!isNdjson(c.req.header('content-type'), c.req.header('content-encoding')))
      return problem(c, 'content-type-unsupported');
    const asked = c.req.valid('query');
    const brief = asked.brief === 'true';
    const principal = c.get('principal');
    if (asked.keep !== undefined && !principal.permissions.has('decisions:keep'))
      return problem(c, 'keeping-not-allowed');
    const wanted = selected(asked);
    if (!wanted.success)
      return problem(c, 'query-invalid', { findings: requestFindings(wanted.error, asked, selector) });
    if (brief && asked.trace !== 'none') return problem(c, 'query-invalid', { findings: [briefly] });
    const version = resolve(await shelf.current(), wanted.data);
    if (!version.ok) return unresolved(c, version.error);
    const leave = enter();
    if (leave === undefined) {
      c.header('Retry-After', '10');
      return problem(c, 'too-busy');
    }
    const { asOf, restateAttachment, trace } = asked;
    const setup: BatchSetup = {
      ...{ asOf, restateAttachment, trace, brief },
      version: plainVersion(version.value),
      opinionsPerThousand: asked.secondOpinion,
      lineBytes: limits.bodyBytes,
      problems: `${catalogue}/`,
      ...(asked.keep === undefined ? {} : { keep: { keeping: asked.keep, seed: `${ids()} ${ids()}` } }),
    };
    const keep = async (decisions: readonly ToKeep[]) => {
      await keeper.keep(writerOf(principal), decisions);
    };
    const requestId = c.get('requestId');
    const { onDisagreement, onForbidden } = noting(c, { log, store, hash: setup.version.hash });
    const stillAllowed = c.get('stillAllowed');
    const watched = { threads, keep, onEnd, onDisagreement, stillAllowed, onForbidden };
    const stream = streamOf(decideBatch(c.req.raw.body ?? nothing(), setup, watched), {
      onOver: leave,
      onError: (error) => {
        log.error({ requestId, error: loggable(error) }, 'a batch was cut off');
      },
    });
    return c.body(stream, 200, {
      'Content-Type': NDJSON,
      'Cache-Control': 'no-store',
      'Threshold-Second-Opinions-Per-Thousand': String(asked.secondOpinion),
    });
  });
}
