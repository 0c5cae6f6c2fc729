import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod';
import { claimProblems } from './claims/problems.ts';
import { cohortFinding } from './cohorts/finding.ts';
import { cohortProblems } from './cohorts/problems.ts';
import { forecastProblems } from './forecast/problems.ts';
import { identityProblems } from './identity/problems.ts';
import { governanceProblems } from './governance/problems.ts';
import { jobProblems } from './jobs/problems.ts';
import type { ServerEnv } from './request-context.ts';

/** Every problem this server answers with: its status, its title, and what to do about it. */
export const problems = {
  'body-not-json': {
    status: 400,
    title: 'The request body is not JSON that can be read',
    about:
      'The body is not JSON in UTF-8, or gives a key twice, uses a key such as `__proto__`, or nests too deep. Each finding says where, by line and column.',
  },
  'body-cut-off': {
    status: 400,
    title: 'The request body ended before it was whole',
    about:
      'The connection was lost, the body is shorter than its `Content-Length`, or it took more than half a minute. Nothing was decided.',
  },
  'body-invalid': {
    status: 400,
    title: 'The request body is not what this address accepts',
    about:
      'A field is missing, unknown or of another form. Each finding has a JSON Pointer into the request body.',
  },
  'query-invalid': {
    status: 400,
    title: 'The address has a parameter that is not accepted',
    about:
      'A parameter in the path or after the question mark is missing, unknown or of another form. Each finding names it.',
  },
  'key-missing': {
    status: 401,
    title: 'This address needs a key',
    about:
      'Send the header `Authorization: Bearer <key>`, or sign in. The server prints a key at its first start; `threshold keys create` makes another.',
  },
  'key-wrong': {
    status: 401,
    title: 'The key is not one of this server’s',
    about: 'The key was mistyped, or belongs to another server.',
  },
  'keeping-not-allowed': {
    status: 403,
    title: 'Whoever calls may not keep decisions',
    about:
      'To keep a decision needs the permission `decisions:keep`. Leave out `keep`, or ask with another key.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    about: 'The addresses there are stand in `/api/v1/openapi.json` and on the page `/api/v1/reference`.',
  },
  'schedule-invalid': {
    status: 422,
    title: 'The schedule cannot be projected',
    about:
      'Its columns, leads or scenarios do not hold together. Each finding has a JSON Pointer into the schedule.',
  },
  'costs-invalid': {
    status: 422,
    title: 'The costs cannot be added up',
    about:
      'The unit costs or the cost sheet do not hold together. Each finding has a JSON Pointer into the request body.',
  },
  'programme-invalid': {
    status: 422,
    title: 'The programme cannot be added up',
    about:
      'Its targets, statements or funding do not hold together. Each finding has a JSON Pointer into the request body.',
  },
  'decision-not-found': {
    status: 404,
    title: 'There is no such kept decision',
    about:
      'A record is named by the id that `Threshold-Record` gave, or by the id of its decision. Another authority’s are not shown.',
  },
  'family-not-kept': {
    status: 404,
    title: 'Nothing is kept of such a family',
    about:
      'No kept decision and no cohort of the caller’s authority has a family of this id, or it was erased.',
  },
  'pack-too-large': {
    status: 422,
    title: 'There are too many decisions for one evidence pack',
    about:
      'A pack is read by people and holds 50 decisions at most. Name the ones it is to hold with `record`, which may be given again.',
  },
  'ruleset-not-found': {
    status: 404,
    title: 'There is no such ruleset',
    about: 'The answer lists the ids of the rulesets there are.',
  },
  'version-not-found': {
    status: 404,
    title: 'The ruleset has no such version',
    about: 'The answer lists the versions there are, with their hashes. There is no implicit latest.',
  },
  'vocabulary-not-found': {
    status: 404,
    title: 'There is no such vocabulary',
    about: 'The answer lists the vocabularies there are, such as `family@1`.',
  },
  'calendar-not-found': {
    status: 404,
    title: 'There is no such calendar',
    about: 'The answer lists the calendars there are, such as `england`.',
  },
  'unit-costs-not-found': {
    status: 404,
    title: 'There are no such unit costs',
    about: 'The answer lists those there are, such as `hertfordshire@1.0.0`. There is no implicit latest.',
  },
  'programme-not-found': {
    status: 404,
    title: 'There is no such programme',
    about: 'The answer lists the ids of the programmes there are.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not answer that method',
    about: 'The header `Allow` lists the methods it answers.',
  },
  'body-too-large': {
    status: 413,
    title: 'The request body is larger than this server reads',
    about: 'The answer gives the limit in bytes. Nothing of the body was kept.',
  },
  'content-type-unsupported': {
    status: 415,
    title: 'The request body must be sent as application/json',
    about:
      'Send the header `Content-Type: application/json`, for a batch `application/x-ndjson`, and no content encoding.',
  },
  'host-refused': {
    status: 421,
    title: 'A server that asks for no key answers to its own machine only',
    about: 'Call it as `localhost` or `127.0.0.1`, or start it with a key.',
  },
  ...governanceProblems,
  ...cohortProblems,
  ...jobProblems,
  ...claimProblems,
  ...forecastProblems,
  'family-invalid': {
    status: 422,
    title: 'The family cannot be read',
    about:
      'Every finding has a JSON Pointer into the request body and, where something near is known, a suggestion. Nothing was decided.',
  },
  'nothing-in-force': {
    status: 422,
    title: 'No version of the ruleset is in force on that day',
    about: 'The answer lists every release of the ruleset: the version and the days on which it is in force.',
  },
  'line-not-json': {
    status: 400,
    title: 'The line is not one JSON value that can be read',
    about:
      'A line of a batch is cut off, holds no JSON or more than one value, gives a key twice, or is not UTF-8. The other lines are decided.',
  },
  'line-too-large': {
    status: 413,
    title: 'The line is longer than this server reads',
    about: 'The answer gives the limit in bytes. Nothing of the line was kept; the other lines are decided.',
  },
  'family-repeated': {
    status: 409,
    title: 'The family came before in the same batch',
    about:
      'A family’s id stood on an earlier line, which the answer names and which is decided. This line is not: two records of one family cannot both count.',
  },
  'too-busy': {
    status: 429,
    title: 'Too many evaluations are under way',
    about: 'Wait for the seconds that `Retry-After` says, then send the same request again.',
  },
  'engines-disagree': {
    status: 500,
    title: 'The two engines do not agree, so nothing is decided',
    about:
      'Every decision is folded again by the public json-rules-engine, and here it came to another verdict. The fault is ours. The answer names the places of the ruleset, and its id is also in the server’s log.',
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong here',
    about: 'The fault is ours. The answer carries an id that is also in the server’s log, and nothing else.',
  },
  'store-busy': {
    status: 503,
    title: 'The store is held by something else',
    about:
      'Nothing was kept. Wait for the seconds that `Retry-After` says, then send the same request again.',
  },
  'store-failed': {
    status: 503,
    title: 'The store did not do what it was asked',
    about:
      'Nothing of the request was kept. The detail says what whoever keeps the server can do: make room, mend the access, or restore a backup.',
  },
  ...identityProblems,
  draining: {
    status: 503,
    title: 'The server is stopping',
    about: 'Readiness says so while requests that have begun are finished.',
  },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string; about: string }>;

export type ProblemName = keyof typeof problems;

/** One thing found wrong with what was sent. */
export const finding = z
  .strictObject({
    code: z.string().meta({ description: 'Stable, kebab-case.' }),
    pointer: z
      .string()
      .meta({ description: 'RFC 6901 JSON Pointer into the request body; empty for the whole of it.' }),
    message: z.string(),
    suggestion: z.string().optional().meta({ description: 'What was perhaps meant.' }),
    line: z.int().optional().meta({ description: 'From 1, where the text itself is at fault.' }),
    column: z.int().optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

const day = z.iso.date();

/** What a client can act on, beside the title. */
const extra = {
  detail: z.string().optional(),
  suggestion: z.string().optional(),
  findings: z.array(finding).optional(),
  rulesets: z.array(z.string()).optional(),
  versions: z.array(z.strictObject({ version: z.string(), hash: z.string() })).optional(),
  releases: z
    .array(
      z.strictObject({
        version: z.string(),
        withdraws: z.literal(true).optional(),
        from: day,
        to: day.optional(),
        recordedOn: day.optional(),
      }),
    )
    .optional(),
  vocabularies: z.array(z.string()).optional(),
  calendars: z.array(z.string()).optional(),
  unitCosts: z.array(z.string()).optional(),
  programmes: z.array(z.string()).optional(),
  limitBytes: z.int().optional(),
  needs: z.string().optional().meta({ description: 'The permission that is missing.' }),
  hash: z.string().optional(),
  cases: z.array(z.string()).optional().meta({ description: 'Ids of cases that fail.' }),
  current: z
    .strictObject({
      revision: z.int(),
      document: z.string(),
      cases: z.string().nullable(),
      by: z.strictObject({ actor: z.string(), name: z.string() }),
      at: z.string(),
    })
    .optional()
    .meta({ description: 'The revision of the draft that counts.' }),
  keptRevision: z.int().optional().meta({ description: 'Under which number what was sent is kept.' }),
  faults: z
    .array(cohortFinding)
    .optional()
    .meta({ description: 'What makes files unfit to be read as a cohort.' }),
  places: z
    .array(z.string())
    .optional()
    .meta({ description: 'Ids of places of the ruleset on which the two engines do not agree.' }),
};

/** An RFC 9457 answer. `requestId` is also the header `X-Request-Id` and in the log. */
export const problemDocument = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'The catalogue entry of this kind of problem, relative to the server.' }),
    title: z.string(),
    status: z.int(),
    requestId: z.string(),
    ...extra,
  })
  .meta({ id: 'Problem' });
export type Extra = z.infer<z.ZodObject<typeof extra>>;

/** Where the catalogue is served. */
export const catalogue = '/api/v1/problems';

export function typeOf(name: ProblemName): string {
  return `${catalogue}/${name}`;
}

/** RFC 9457 answer. `more` carries what a client can act on, never a stack or a message from below. */
export function problem<Name extends ProblemName>(c: Context<ServerEnv>, name: Name, more: Extra = {}) {
  const { title } = problems[name];
  const status: (typeof problems)[Name]['status'] = problems[name].status;
  const body = { type: typeOf(name), title, status, requestId: c.get('requestId'), ...more };
  return c.json(body, status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}

/** How the OpenAPI document shows the problems that one status of an address can mean. */
export function problemAnswer(...names: readonly [ProblemName, ...ProblemName[]]) {
  const description = names.map((name) => `${problems[name].title} (\`${name}\`)`).join('; ');
  return { description, content: { 'application/problem+json': { schema: problemDocument } } };
}
