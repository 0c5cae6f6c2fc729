import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { addUpProgramme, programmeTotals } from '../../engine/programme.ts';
import type { Deps } from '../deps.ts';
import { authoritiesIn, unitCostsName } from '../library/programme-documents.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { always, answer } from './route-parts.ts';

const keyed = { tags: ['Programme'], security: [{ key: [] }] };
const anyDocument = z.record(z.string(), z.unknown());
const shown = { id: z.string(), title: z.string(), hash: z.string() };
const costsShown = {
  ...shown,
  version: z.string(),
  authority: z
    .string()
    .nullable()
    .meta({ description: 'The council whose list it is; null of a national one.' }),
};
const authorities = z.array(z.string()).meta({ description: 'Those it speaks of, in order.' });
const idOf = (example: string) => z.string().meta({ param: { name: 'id', in: 'path' }, example });

const costsListRoute = createRoute({
  ...{ method: 'get', path: '/unit-costs', summary: 'The unit costs there are', ...keyed },
  description: 'Every published version. A cost sheet names one of them: there is no implicit latest.',
  responses: {
    200: answer(
      z.strictObject({ unitCosts: z.array(z.strictObject(costsShown)) }),
      'In order of publication',
    ),
    ...always,
  },
});

const costsRoute = createRoute({
  ...{ method: 'get', path: '/unit-costs/{id}/versions/{version}', summary: 'Unit costs, whole', ...keyed },
  request: {
    params: z.strictObject({
      id: idOf('hertfordshire'),
      version: z.string().meta({ param: { name: 'version', in: 'path' }, example: '1.0.0' }),
    }),
  },
  responses: {
    200: answer(z.strictObject({ ...costsShown, document: anyDocument }), 'The document and its hash'),
    ...always,
    404: problemAnswer('unit-costs-not-found'),
  },
});

const programmesRoute = createRoute({
  ...{ method: 'get', path: '/programmes', summary: 'The programmes there are', ...keyed },
  description: 'Targets and funding of authorities, as what was last published of each has them.',
  responses: {
    200: answer(
      z.strictObject({ programmes: z.array(z.strictObject({ ...shown, authorities })) }),
      'In order of publication',
    ),
    ...always,
  },
});

const programmeRoute = createRoute({
  ...{ method: 'get', path: '/programmes/{id}', summary: 'A programme, and what it comes to', ...keyed },
  request: { params: z.strictObject({ id: idOf('councils-phase-1') }) },
  responses: {
    200: answer(
      z.strictObject({
        ...shown,
        authorities,
        document: anyDocument,
        totals: programmeTotals.meta({ id: 'ProgrammeTotals' }),
      }),
      'The document, its hash, and what it comes to',
    ),
    ...always,
    404: problemAnswer('programme-not-found'),
  },
});

const uncached = { 'Cache-Control': 'private, no-store' };

/** Published unit costs and programmes. */
export function programmeDocuments({ shelf }: Pick<Deps, 'shelf'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  return routes
    .openapi(costsListRoute, async (c) => {
      const { programme } = await shelf.current();
      const unitCosts = [...programme.unitCosts.values()].map(({ document, hash }) => {
        const { id, version, title, authority = null } = document;
        return { id, version, title, authority, hash };
      });
      return c.json({ unitCosts }, 200, uncached);
    })
    .openapi(costsRoute, async (c) => {
      const { programme } = await shelf.current();
      const held = programme.unitCosts.get(unitCostsName(c.req.valid('param')));
      if (held === undefined)
        return problem(c, 'unit-costs-not-found', { unitCosts: [...programme.unitCosts.keys()] });
      const { id, version, title, authority = null } = held.document;
      const document: Readonly<Record<string, unknown>> = held.document;
      return c.json({ id, version, title, authority, hash: held.hash, document }, 200, uncached);
    })
    .openapi(programmesRoute, async (c) => {
      const { programme } = await shelf.current();
      const programmes = [...programme.programmes].map(([id, { document, hash }]) => ({
        ...{ id, title: document.title, hash, authorities: authoritiesIn(document) },
      }));
      return c.json({ programmes }, 200, uncached);
    })
    .openapi(programmeRoute, async (c) => {
      const { programme } = await shelf.current();
      const { id } = c.req.valid('param');
      const held = programme.programmes.get(id);
      if (held === undefined)
        return problem(c, 'programme-not-found', { programmes: [...programme.programmes.keys()] });
      const document: Readonly<Record<string, unknown>> = held.document;
      const own = {
        id,
        title: held.document.title,
        hash: held.hash,
        authorities: authoritiesIn(held.document),
      };
      return c.json({ ...own, document, totals: addUpProgramme(held.document) }, 200, uncached);
    });
}
