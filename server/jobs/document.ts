import * as z from 'zod';
import { jobQuestion } from './question.ts';

export const jobState = z.enum(['queued', 'running', 'finished', 'failed', 'cancelled', 'purged']).meta({
  description:
    '`purged`: the cohort was, and what came of it went with it. Only a `finished` one has results.',
});

export const jobDocument = z
  .strictObject({
    id: z.string(),
    kind: z.literal('comparison'),
    authority: z.string(),
    state: jobState,
    question: jobQuestion,
    progress: z.strictObject({ done: z.int(), of: z.int() }).meta({ description: 'Families.' }),
    wrong: z.int().meta({ description: 'Families of those done that could not be decided.' }),
    erased: z.int().meta({ description: 'Families that were erased from it since.' }),
    problem: z
      .union([
        z.strictObject({
          type: z.string(),
          title: z.string(),
          detail: z.string(),
          block: z.int().nullable().meta({ description: 'The block of the cohort it stopped at, from 0.' }),
        }),
        z.null(),
      ])
      .meta({ description: 'Why it failed; null otherwise.' }),
    createdAt: z.string(),
    createdBy: z.strictObject({ actor: z.string(), name: z.string() }),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' });
export type JobDocument = z.infer<typeof jobDocument>;
