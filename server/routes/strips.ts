import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { change, changesBetween, type Decision, decision, err, ok, type Result } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { attribution, causesOf } from '../comparison/one.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { evaluateAgreed, type Refused } from '../library/agreed.ts';
import type { Version } from '../library/library.ts';
import { versionsOf } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { problemAnswer } from '../problem.ts';
import { refusals, refused } from '../refused.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unnamed } from '../unresolved.ts';

const question = z
  .strictObject({
    ruleset: z.string().min(1).max(80).meta({ description: 'Id of the ruleset.' }),
    asOf: requestDay,
    family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }),
    restateAttachment: requestDay.optional().meta({
      description: 'Under every version: prices and identifies the family as if attached on this day.',
    }),
    causes: z.boolean().default(false).meta({
      description: 'Whether to say which edits cause what changes between a version and the next.',
    }),
  })
  .meta({ id: 'StripQuestion' });
type Question = z.infer<typeof question>;

const strip = z
  .strictObject({
    versions: z
      .array(decision.meta({ id: 'Decision' }))
      .meta({ description: 'What the family is told under each version, in the order of their numbers.' }),
    flips: z
      .array(
        z.strictObject({
          left: z.int().meta({ description: 'Position of the version, from 0; the other is the next.' }),
          changes: z.array(change),
          attribution: attribution.optional(),
        }),
      )
      .meta({ description: 'Where a version tells the family something else than the one before.' }),
  })
  .meta({ id: 'Strip' });

const stripRoute = ({ ruleset, asOf, family }: Example) =>
  createRoute({
    method: 'post',
    path: '/strips',
    summary: 'Decide one family under every version of a ruleset',
    description:
      'Every decision, where neighbouring versions differ and, with `causes`, because of which edits. Nothing is kept.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: question, example: { ruleset: ruleset.id, asOf, family } },
        },
      },
    },
    responses: {
      200: {
        description: 'One decision a version, and the flips',
        content: { 'application/json': { schema: strip } },
      },
      ...refusals,
      404: problemAnswer('ruleset-not-found', 'version-not-found'),
      422: problemAnswer('family-invalid'),
    },
  });

interface Wrong {
  readonly version: Version;
  readonly refused: Refused;
}

/** What a family is told under each version, or why it cannot be under one of them. */
async function decided(
  { secondOpinion }: Pick<Deps, 'secondOpinion'>,
  versions: readonly Version[],
  { asOf, family, restateAttachment }: Question,
): Promise<Result<Decision[], Wrong>> {
  const all: Decision[] = [];
  for (const version of versions) {
    const asked = { asOf, restateAttachment, trace: 'none' } as const;
    const one = await evaluateAgreed({ version, secondOpinion }, family, asked);
    if (!one.ok) return err({ version, refused: one.error });
    all.push(one.value.decision);
  }
  return ok(all);
}

/** Where a version says something else than the one before. */
async function flipsOf(
  { threads }: Pick<Deps, 'threads'>,
  { asked, versions }: { readonly asked: Question; readonly versions: readonly Version[] },
  decisions: readonly Decision[],
) {
  const { asOf, family, restateAttachment, causes } = asked;
  const question = { asOf, family, restated: { left: restateAttachment, right: restateAttachment } };
  const flips: z.infer<typeof strip>['flips'] = [];
  for (const [left, before] of decisions.entries()) {
    const [after, was, now] = [decisions[left + 1], versions[left], versions[left + 1]];
    const changes = after === undefined ? [] : changesBetween(before, after);
    if (changes.length === 0 || was === undefined || now === undefined) continue;
    const why = causes ? { attribution: await causesOf(threads, question, { left: was, right: now }) } : {};
    flips.push({ left, changes, ...why });
  }
  return flips;
}

/** One family under every version of a ruleset, and where it is told something else. */
export function strips(deps: Deps, metrics: Metrics, example: Example) {
  const { shelf, limits, log } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/strips', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(stripRoute(example), async (c) => {
    const asked = c.req.valid('json');
    const found = versionsOf(await shelf.current(), asked.ruleset);
    if (!found.ok) return unnamed(c, found.error);
    const versions = found.value;
    const decisions = await decided(deps, versions, asked);
    if (!decisions.ok) return refused(c, log, decisions.error);
    const flips = await flipsOf(deps, { asked, versions }, decisions.value);
    return c.json({ versions: decisions.value, flips }, 200, { 'Cache-Control': 'no-store' });
  });
}
