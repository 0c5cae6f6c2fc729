import * as z from 'zod';

/** A query that asks for JSON or for a table; `rows` says what it has a row for. */
export const asTable = (rows: string) =>
  z.strictObject({
    as: z
      .enum(['json', 'csv'])
      .default('json')
      .meta({ description: `\`csv\`: a table, ${rows}.` }),
  });

/** What is said of a table that is saved under a name. */
export const csvNamed = (file: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${file}"`,
});
