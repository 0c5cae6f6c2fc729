import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { change } from '../../engine/index.ts';
import { type PassedOver, passedOver } from '../decisions/correct.ts';
import { selector } from '../library/selector.ts';
import { problemAnswer } from '../problem.ts';
import { refusals } from '../refused.ts';

const shared = {
  reason: z.string().min(1).max(500).meta({
    description: 'Stays on every new record, also once a family is erased: say nothing of the family in it.',
  }),
  after: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .meta({ description: 'The `next` of the call before.' }),
  limit: z.int().min(1).max(500).default(100).meta({
    description:
      'Kept decisions that this call looks at, at most. It takes as long as so many evaluations, one after another.',
  }),
};

const correction = z
  .union([
    z.strictObject({
      restsOn: z
        .string()
        .regex(/^sha256:[0-9a-f]{64}$/)
        .meta({ description: 'The hash of a version, a vocabulary or a calendar that was wrong.' }),
      ruleset: selector.meta({ description: 'What to decide under now, exactly as for an evaluation.' }),
      ...shared,
    }),
    z.strictObject({
      family: z
        .looseObject({ id: z.string() })
        .meta({ $ref: '#/components/schemas/Family', description: 'The family as it should have been.' }),
      ruleset: selector.optional().meta({
        description: 'Absent, each decision is made again under the version it was made under.',
      }),
      ...shared,
    }),
  ])
  .meta({ id: 'Correction' });
export type AskedCorrection = z.infer<typeof correction>;

export const correctionsRoute = createRoute({
  method: 'post',
  path: '/corrections',
  summary: 'Decide again what rested on something that was wrong',
  description:
    'Every kept decision of the caller’s authority that rests on a version, a vocabulary or a calendar, or is about a family, and that none stands in for yet: decided again on its own day, each as a new record with `supersedes` and `note`. The newest are taken first; `next` goes on after them. All of one call are kept together or none is, and asking again supersedes nothing twice.',
  tags: ['Kept decisions'],
  security: [{ key: [] }],
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: correction,
          example: {
            restsOn: `sha256:${'0'.repeat(64)}`,
            ruleset: { id: 'phase-2', version: '1.1.0' },
            reason: 'the calendar had a wrong half term',
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What was decided again, and what was left as it is and why',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              decided: z.array(
                z.strictObject({ was: z.string(), now: z.string(), changes: z.array(change) }),
              ),
              skipped: z.array(
                z.strictObject({
                  record: z.string(),
                  why: z.enum(Object.keys(passedOver) as [PassedOver, ...PassedOver[]]),
                }),
              ),
              next: z.string().optional(),
            })
            .meta({ id: 'Corrected' }),
        },
      },
    },
    ...refusals,
    404: problemAnswer('ruleset-not-found', 'version-not-found', 'family-not-kept'),
    500: problemAnswer('unexpected'),
    503: problemAnswer('store-busy', 'store-failed'),
  },
});
