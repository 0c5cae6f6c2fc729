import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { edit } from '../../engine/index.ts';
import { problemAnswer } from '../problem.ts';
import { orNull } from './route-parts.ts';

const day = z.iso.date();
const hash = z.string();

export const release = z
  .strictObject({
    version: z.string(),
    withdraws: z.literal(true).optional(),
    from: day,
    to: day.optional(),
    recordedOn: day.optional(),
  })
  .meta({
    id: 'Release',
    description:
      'A version put in force: `from` is the first day, `to` the first day it no longer is. One that `withdraws` ends those of its version that are listed before it, from its first day on.',
  });

const listed = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    programme: z.string(),
    phase: z.int(),
    jurisdiction: z.string(),
    versions: z.array(z.string()),
    inForce: orNull(release).meta({
      description: 'The release in force on the day; null where there is none.',
    }),
    next: orNull(z.strictObject({ on: day, version: orNull(z.string()) })).meta({
      description:
        'The first day after that on which another version is in force, or none any more (null); null where nothing is to change.',
    }),
  })
  .meta({ id: 'ListedRuleset' });

const versionSummary = z
  .strictObject({
    version: z.string(),
    hash,
    title: z.string(),
    vocabulary: z.string(),
    releases: z.array(release),
  })
  .meta({ id: 'VersionSummary' });

const heldVersion = z
  .strictObject({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    hash: hash.meta({
      description: 'Over the document, its cases and the hashes of its vocabulary and calendars.',
    }),
    vocabulary: z.strictObject({ id: z.string(), hash }),
    calendars: z.array(z.strictObject({ id: z.string(), hash })),
    releases: z.array(release),
    document: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Ruleset' }),
    cases: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'The cases that ship with the version.' }),
  })
  .meta({ id: 'Version' });

const id = z
  .string()
  .meta({ param: { name: 'id', in: 'path' }, description: 'Id of the ruleset.', example: 'phase-1' });
function versionParameter(name: string, description: string) {
  return z.string().meta({ param: { name, in: 'path' }, description, example: '1.0.0' });
}

const changes = z
  .strictObject({
    id: z.string(),
    was: z.strictObject({ version: z.string(), hash }),
    now: z.strictObject({ version: z.string(), hash }),
    sharedIds: z.int().meta({
      description:
        'Ids of rules, conditions, parameters and facts that both have; 0 where nothing can be compared.',
    }),
    edits: z.array(edit),
  })
  .meta({ id: 'Changes' });

const keyed = { tags: ['Rulesets'], security: [{ key: [] }] };
const unauthorised = { 401: problemAnswer('key-missing', 'key-wrong'), 500: problemAnswer('unexpected') };

export const listRoute = createRoute({
  method: 'get',
  path: '/rulesets',
  summary: 'What there is, and what is in force on a day',
  ...keyed,
  request: {
    query: z.strictObject({
      on: day.optional().meta({ description: 'Today in London where absent.', example: '2012-12-01' }),
    }),
  },
  responses: {
    200: {
      description: 'Every ruleset',
      content: { 'application/json': { schema: z.strictObject({ on: day, rulesets: z.array(listed) }) } },
    },
    400: problemAnswer('query-invalid'),
    ...unauthorised,
  },
});

export const versionsRoute = createRoute({
  method: 'get',
  path: '/rulesets/{id}/versions',
  summary: 'The versions of a ruleset',
  ...keyed,
  request: { params: z.strictObject({ id }) },
  responses: {
    200: {
      description: 'Every version, in order of its number',
      content: {
        'application/json': { schema: z.strictObject({ id: z.string(), versions: z.array(versionSummary) }) },
      },
    },
    404: problemAnswer('ruleset-not-found'),
    ...unauthorised,
  },
});

export const versionRoute = createRoute({
  method: 'get',
  path: '/rulesets/{id}/versions/{version}',
  summary: 'One version, whole',
  description: 'Carries an `ETag`; with `If-None-Match` an unchanged version is answered 304.',
  ...keyed,
  request: {
    params: z.strictObject({
      id,
      version: z.string().meta({ param: { name: 'version', in: 'path' }, example: '1.0.0' }),
    }),
  },
  responses: {
    200: {
      description: 'The document, its cases, and the hashes of what it rests on',
      headers: { ETag: { description: 'Changes with the answer.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: heldVersion } },
    },
    404: problemAnswer('ruleset-not-found', 'version-not-found'),
    ...unauthorised,
  },
});

export const changesRoute = createRoute({
  method: 'get',
  path: '/rulesets/{id}/versions/{a}/changes-to/{b}',
  summary: 'The edits between two versions, in words',
  description:
    'Each edit is keyed by the id that both versions keep, and says whether, taken alone, it is looser, tighter, neither, or wording only. In either direction; none where only the number differs.',
  ...keyed,
  request: {
    params: z.strictObject({
      id,
      a: versionParameter('a', 'The version it was.'),
      b: versionParameter('b', 'The version it now is.'),
    }),
  },
  responses: {
    200: {
      description: 'Every edit, in the order in which a ruleset is read',
      content: { 'application/json': { schema: changes } },
    },
    404: problemAnswer('ruleset-not-found', 'version-not-found'),
    ...unauthorised,
  },
});

export const inForceRoute = createRoute({
  method: 'get',
  path: '/rulesets/{id}/in-force',
  summary: 'The version in force on a day',
  ...keyed,
  request: {
    params: z.strictObject({ id }),
    query: z.strictObject({
      on: day.meta({ example: '2012-12-01' }),
      knownOn: day.optional().meta({ description: 'Releases recorded after this day are not seen.' }),
    }),
  },
  responses: {
    200: {
      description: 'The version and its release',
      content: {
        'application/json': {
          schema: z.strictObject({
            id: z.string(),
            on: day,
            knownOn: day.optional(),
            version: z.string(),
            hash,
            release,
          }),
        },
      },
    },
    400: problemAnswer('query-invalid'),
    404: problemAnswer('ruleset-not-found'),
    422: problemAnswer('nothing-in-force'),
    ...unauthorised,
  },
});
