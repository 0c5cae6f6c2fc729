import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { change, changesBetween, type Decision, decision } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { attribution, causesOf } from '../comparison/one.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { findingsOf } from '../finding.ts';
import { evaluateAgreed, type Refused } from '../library/agreed.ts';
import type { Version } from '../library/library.ts';
import { versionsOf } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { finding, problemAnswer } from '../problem.ts';
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
    versions: z.array(decision.meta({ id: 'Decision' })).meta({
      description:
        'What the family is told under each version that can read it, in the order of their numbers.',
    }),
    unreadable: z.array(z.strictObject({ version: z.string(), findings: z.array(finding) })).meta({
      description:
        'Versions that cannot read the family, with what each finds wrong with it; its neighbours are compared past it.',
    }),
    flips: z
      .array(
        z.strictObject({
          left: z.int().meta({ description: 'Position in `versions`, from 0; the other is the next.' }),
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
      'Every decision, where neighbouring versions differ and, with `causes`, because of which edits. Nothing is kept. A family that one version cannot read is decided under the others.',
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

interface Decided {
  readonly version: Version;
  readonly decision: Decision;
}

interface Wrong {
  readonly version: Version;
  readonly refused: Refused;
}

/** What a family is told under each version that can read it, and why the others cannot. */
async function decided(
  { secondOpinion }: Pick<Deps, 'secondOpinion'>,
  versions: readonly Version[],
  { asOf, family, restateAttachment }: Question,
) {
  const told: Decided[] = [];
  const wrong: Wrong[] = [];
  for (const version of versions) {
    const asked = { asOf, restateAttachment, trace: 'none' } as const;
    const one = await evaluateAgreed({ version, secondOpinion }, family, asked);
    if (one.ok) told.push({ version, decision: one.value.decision });
    else wrong.push({ version, refused: one.error });
  }
  return { told, wrong };
}

/** Why there is no strip: two engines that do not agree, and otherwise that no version can read the family. */
function whyNone({ told, wrong }: Awaited<ReturnType<typeof decided>>): Wrong | undefined {
  const disagreed = wrong.find(({ refused }) => refused.code === 'engines-disagree');
  return disagreed ?? (told.length === 0 ? wrong.at(-1) : undefined);
}

function unreadableOf(wrong: readonly Wrong[]): z.infer<typeof strip>['unreadable'] {
  return wrong.flatMap(({ version, refused }) =>
    refused.code === 'family-invalid'
      ? [{ version: version.ruleset.version, findings: findingsOf(refused.findings, '/family') }]
      : [],
  );
}

/** Where a version says something else than the one before. */
async function flipsOf({ threads }: Pick<Deps, 'threads'>, asked: Question, told: readonly Decided[]) {
  const { asOf, family, restateAttachment, causes } = asked;
  const question = { asOf, family, restated: { left: restateAttachment, right: restateAttachment } };
  const flips: z.infer<typeof strip>['flips'] = [];
  for (const [left, before] of told.entries()) {
    const after = told[left + 1];
    if (after === undefined) continue;
    const changes = changesBetween(before.decision, after.decision);
    if (changes.length === 0) continue;
    const sides = { left: before.version, right: after.version };
    const why = causes ? { attribution: await causesOf(threads, question, sides) } : {};
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
    const answered = await decided(deps, found.value, asked);
    const why = whyNone(answered);
    if (why !== undefined) return refused(c, log, why);
    const { told, wrong } = answered;
    const body = {
      versions: told.map(({ decision }) => decision),
      unreadable: unreadableOf(wrong),
      flips: await flipsOf(deps, asked, told),
    };
    return c.json(body, 200, { 'Cache-Control': 'no-store' });
  });
}
