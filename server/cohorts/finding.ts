import * as z from 'zod';

/** One thing that is wrong with what was sent for a cohort, and where. */
export const cohortFinding = z
  .strictObject({
    code: z.string().meta({ description: 'Stable, kebab-case.' }),
    file: z.string().meta({ description: 'As it was sent.' }),
    sheet: z.string().optional().meta({ description: 'Of a workbook.' }),
    row: z
      .int()
      .optional()
      .meta({ description: 'As a spreadsheet counts: the header is 1. Lines of NDJSON count from 1.' }),
    column: z.string().optional(),
    pointer: z
      .string()
      .optional()
      .meta({ description: 'RFC 6901 JSON Pointer into the family of a line of NDJSON.' }),
    message: z.string(),
    suggestion: z.string().optional().meta({ description: 'The nearest valid value.' }),
  })
  .meta({ id: 'CohortFinding' });
