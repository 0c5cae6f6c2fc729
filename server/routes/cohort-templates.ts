import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { csvText } from '../cohorts/csv-cell.ts';
import { templateNames, templateOf } from '../cohorts/reading/template.ts';
import { workbookTemplate } from '../cohorts/workbook-template.ts';
import { readerOf, vocabularyMeant } from '../cohorts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** All tables, a sheet each. */
const WORKBOOK = 'tables.xlsx';
const tagged = { tags: ['Cohorts'], security: [{ key: [] }] };
const refusals = {
  400: problemAnswer('query-invalid'),
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
};
const query = z.strictObject({
  vocabulary: z.string().max(100).optional().meta({
    description: 'Whose tables they are; where there is more than one it must be named.',
    example: 'family@1',
  }),
});

const column = z.strictObject({
  name: z.string(),
  form: z.enum(['text', 'day', 'yes-no', 'whole', 'list']),
  required: z.boolean(),
  about: z.string(),
  values: z.array(z.string()).optional(),
  none: z.string().optional().meta({ description: 'The word for: there is known to be none.' }),
  example: z.string(),
});

const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohort-templates',
  summary: 'The tables that families can be sent in, and their columns',
  request: { query },
  responses: {
    200: {
      description: 'Every table; all of them go into one wide file too',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              vocabulary: z.string(),
              templates: z.array(z.string()).meta({ description: 'Names of files to download.' }),
              tables: z.array(
                z.strictObject({
                  name: z.string(),
                  place: z.enum(['family', 'members', 'records', 'coverage', 'claims', 'overrides']),
                  about: z.string(),
                  columns: z.array(column),
                }),
              ),
            })
            .meta({ id: 'CohortTables' }),
        },
      },
    },
    404: problemAnswer('vocabulary-not-found'),
    ...refusals,
  },
});

const fileRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohort-templates/{name}',
  summary: 'One template to fill in',
  request: {
    params: z.strictObject({
      name: z
        .string()
        .max(200)
        .meta({ param: { name: 'name', in: 'path' }, example: 'wide.csv' }),
    }),
    query,
  },
  responses: {
    200: {
      description: 'The header, and an example to replace',
      content: {
        'text/csv': { schema: z.string() },
        [XLSX]: { schema: { type: 'string', format: 'binary' } },
      },
    },
    404: problemAnswer('template-not-found', 'vocabulary-not-found'),
    ...refusals,
  },
});

/** What an analyst fills in. */
export function cohortTemplates({ shelf }: Pick<Deps, 'shelf'>) {
  return new OpenAPIHono<ServerEnv>()
    .openapi(listRoute, async (c) => {
      const { basis } = await shelf.current();
      const vocabulary = vocabularyMeant(basis, c.req.valid('query').vocabulary);
      const { tables } = readerOf(basis, vocabulary);
      const templates = [...templateNames(tables).map((name) => `${name}.csv`), WORKBOOK];
      const shown = [...tables.values()].map(({ columns, ...table }) => ({
        ...table,
        columns: columns.map(({ name, form, required, about, example, values, none }) => ({
          ...{ name, form, required, about, example },
          ...(values === undefined ? {} : { values: [...values] }),
          ...(none === undefined ? {} : { none }),
        })),
      }));
      return c.json({ vocabulary, templates, tables: shown }, 200);
    })
    .openapi(fileRoute, async (c) => {
      const { basis } = await shelf.current();
      const { tables } = readerOf(basis, vocabularyMeant(basis, c.req.valid('query').vocabulary));
      const { name } = c.req.valid('param');
      const attached = { 'Content-Disposition': `attachment; filename="${name}"` };
      if (name === WORKBOOK)
        return c.body(await workbookTemplate(tables), 200, { ...attached, 'Content-Type': XLSX });
      const rows = name.endsWith('.csv') ? templateOf(name.slice(0, -'.csv'.length), tables) : undefined;
      if (rows === undefined) return problem(c, 'template-not-found');
      return c.body(`\ufeff${csvText(rows)}`, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        ...attached,
      });
    });
}
