import * as z from 'zod';

const text = z.string().max(10_000);
const cells = z.record(z.string().max(200), text);

/** Corrected rows of a cohort, rows that were missing, and families that are left out. */
export const mending = z
  .strictObject({
    revision: z.int().meta({ description: 'Of the cohort as it was read.' }),
    rows: z
      .array(
        z.strictObject({
          file: z.string().max(1000),
          sheet: z.string().max(200).optional(),
          row: z.int(),
          cells: cells.optional().meta({
            description: 'Cells in place of those of the same columns; an empty one takes it away.',
          }),
          family: z
            .record(z.string(), z.unknown())
            .optional()
            .meta({ description: 'The whole family, in place of a line of NDJSON.' }),
          leaveOut: z.literal(true).optional(),
        }),
      )
      .max(10_000)
      .default([])
      .meta({ description: 'Rows that are held aside, by file and row.' }),
    add: z
      .array(z.strictObject({ table: z.string().max(200), cells }))
      .max(10_000)
      .default([])
      .meta({ description: 'Rows that were missing.' }),
    leaveOut: z
      .array(z.string().max(500))
      .max(10_000)
      .default([])
      .meta({ description: 'Families whose rows that are held are all left out.' }),
  })
  .meta({ id: 'CohortMending' });
