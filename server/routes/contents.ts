import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import type { ContentKind } from '../library/content-kinds.ts';
import { publishedContents } from '../shelf/contents.ts';
import { always, answer } from './route-parts.ts';

const content = z
  .strictObject({
    hash: z.string(),
    current: z.boolean().meta({ description: 'Whether versions submitted from now on rest on it.' }),
    publishedAt: z.string(),
    by: z.strictObject({ actor: z.string(), name: z.string() }),
    document: z.record(z.string(), z.unknown()),
    dependents: z
      .array(z.strictObject({ ruleset: z.string(), version: z.string(), hash: z.string() }))
      .meta({ description: 'The versions that rest on this content.' }),
  })
  .meta({ id: 'PublishedContent' });
const contents = z.strictObject({ id: z.string(), contents: z.array(content) });
const keyed = { tags: ['Rulesets'], security: [{ key: [] }] };
const named = (example: string) => ({
  params: z.strictObject({ id: z.string().meta({ param: { name: 'id', in: 'path' }, example }) }),
});
const told = 'Each content published under the name, the first first';

const calendarsRoute = createRoute({
  ...{ method: 'get', path: '/calendars', summary: 'The calendars there are', ...keyed },
  responses: {
    200: answer(
      z.strictObject({
        calendars: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            authorities: z.array(z.string()),
            hash: z.string(),
          }),
        ),
      }),
      'As new versions take them',
    ),
    ...always,
  },
});
const calendarRoute = createRoute({
  ...{
    method: 'get',
    path: '/calendars/{id}/contents',
    summary: 'What a calendar says, and what rests on it',
    ...keyed,
  },
  request: named('england'),
  responses: { 200: answer(contents, told), ...always, 404: problemAnswer('calendar-not-found') },
});
const vocabularyRoute = createRoute({
  ...{ method: 'get', path: '/vocabularies/{id}/contents', ...keyed },
  summary: 'What a vocabulary says, and what rests on it',
  request: named('family@1'),
  responses: { 200: answer(contents, told), ...always, 404: problemAnswer('vocabulary-not-found') },
});

const programmeRoute = createRoute({
  ...{ method: 'get', path: '/programmes/{id}/contents', ...keyed },
  summary: 'What was published of a programme, one content after another',
  request: named('councils-phase-1'),
  responses: { 200: answer(contents, told), ...always, 404: problemAnswer('programme-not-found') },
});

const uncached = { 'Cache-Control': 'private, no-store' };

/** Calendars, vocabularies and programmes by content. */
export function publishedContent({ shelf, store }: Pick<Deps, 'shelf' | 'store'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  const contentsOf = async (kind: ContentKind, id: string) => {
    const held = await publishedContents(store, kind, id);
    return { id, contents: held.map((one) => ({ ...one, dependents: [...one.dependents] })) };
  };
  return routes
    .openapi(calendarsRoute, async (c) => {
      const { basis } = await shelf.current();
      const calendars = [...basis.calendars].map(([id, { document, hash }]) => ({
        ...{ id, title: document.title, authorities: document.authorities, hash },
      }));
      return c.json({ calendars }, 200, uncached);
    })
    .openapi(calendarRoute, async (c) => {
      const { basis } = await shelf.current();
      const { id } = c.req.valid('param');
      if (!basis.calendars.has(id)) {
        return problem(c, 'calendar-not-found', { calendars: [...basis.calendars.keys()] });
      }
      return c.json(await contentsOf('calendar', id), 200, uncached);
    })
    .openapi(vocabularyRoute, async (c) => {
      const { basis } = await shelf.current();
      const { id } = c.req.valid('param');
      if (!basis.vocabularies.has(id)) {
        return problem(c, 'vocabulary-not-found', { vocabularies: [...basis.vocabularies.keys()] });
      }
      return c.json(await contentsOf('vocabulary', id), 200, uncached);
    })
    .openapi(programmeRoute, async (c) => {
      const { programmes } = (await shelf.current()).programme;
      const { id } = c.req.valid('param');
      if (!programmes.has(id))
        return problem(c, 'programme-not-found', { programmes: [...programmes.keys()] });
      return c.json(await contentsOf('programme', id), 200, uncached);
    });
}
