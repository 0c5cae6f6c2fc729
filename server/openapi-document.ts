import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { familySchema, ruleset } from '../engine/index.ts';
import { access } from './identity/access.ts';
import type { Library } from './library/library.ts';
import { problemAnswer } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

const description = `Decides families under versioned rulesets: every verdict, route, outcome, payment, reason and missing datum.

Days are civil days (\`2012-12-01\`), every \`to\` is the first day outside, and money is in whole pence. Everything asks
for a key, \`Authorization: Bearer <key>\`, or a session, but signing in, this document, the reference page, the example and the catalogue of
problems. What cannot be answered is an RFC 9457 problem whose \`type\` is an address of that catalogue. Every answer
carries an \`X-Request-Id\`, the caller's own where it sent one.`;

const securitySchemes = {
  key: { type: 'http' as const, scheme: 'bearer', description: 'A key of a program.' },
  session: {
    type: 'apiKey' as const,
    in: 'cookie',
    name: 'threshold',
    description: 'A person who is signed in; `__Host-threshold` where the server is reached by https.',
  },
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Paths = NonNullable<ReturnType<OpenAPIHono<ServerEnv>['getOpenAPI31Document']>['paths']>;

const needWords: Readonly<Record<string, string>> = {
  'anybody-signed-in': 'Needs any key or a session.',
  person: 'Needs a session: a person has to be signed in.',
};

/** What whoever asks somebody's address may be answered, whatever it is: who they are is looked up in the store. */
const always = {
  401: problemAnswer(
    ...(['key-missing', 'key-wrong', 'key-revoked', 'key-expired'] as const),
    ...(['session-wrong', 'session-ended', 'session-expired'] as const),
  ),
  403: problemAnswer('not-allowed', 'cross-site'),
  503: problemAnswer('store-busy', 'store-failed'),
};

type Operation = NonNullable<NonNullable<Paths[string]>['get']>;

function isDescribed(answer: unknown): answer is { readonly description: string } {
  return typeof answer === 'object' && answer !== null && 'description' in answer;
}

/** What an operation says that it answers, and what any may: of one status, in one description. */
function answersOf({ responses = {} }: Operation) {
  const own = new Map<string, unknown>(Object.entries(responses));
  const shared = Object.entries(always).map(([status, answer]): [string, unknown] => {
    const said = own.get(status);
    if (!isDescribed(said)) return [status, said ?? answer];
    const problems = new Set([said, answer].flatMap(({ description }) => description.split('; ')));
    return [status, { ...said, description: [...problems].join('; ') }];
  });
  return { ...responses, ...Object.fromEntries(shared) };
}

/** Says of every operation what the table of access says. */
function withNeeds(paths: Paths): Paths {
  const one = ([path, item]: [string, Paths[string]]) => {
    const told = methods.flatMap((method) => {
      const operation = item[method];
      const need = access[`${method.toUpperCase()} ${path}`];
      if (operation === undefined || need === undefined || need === 'nobody') return [];
      const words = needWords[need] ?? `Needs the permission \`${need}\`.`;
      const description = [operation.description, words].filter(Boolean).join(' ');
      const security = need === 'person' ? [{ session: [] }] : [{ key: [] }, { session: [] }];
      return [[method, { ...operation, description, security, responses: answersOf(operation) }] as const];
    });
    return [path, { ...item, ...Object.fromEntries(told) }] as const;
  };
  return Object.fromEntries(Object.entries(paths).map(one));
}

const own = ['$schema', '$id'];

/** A JSON Schema as a component of the document: what it refers to in itself is found there. */
function embedded(name: string, schema: Readonly<Record<string, unknown>>): unknown {
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(schema).filter(([key]) => !own.includes(key))),
  );
  return JSON.parse(text.replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`));
}

/** Every vocabulary's family, each as `Family.<version>` where there is more than one. */
function families(library: Library): Record<string, unknown> {
  const [first, ...more] = [...library.basis.vocabularies.values()];
  if (first === undefined) return {};
  if (more.length === 0) return { Family: embedded('Family', familySchema(first.document)) };
  const named = [first, ...more].map(({ document }) => {
    const name = `Family.${document.id}.${document.version}`;
    return { name, schema: embedded(name, familySchema(document)) };
  });
  const anyOf = named.map(({ name }) => ({ $ref: `#/components/schemas/${name}` }));
  return { Family: { anyOf }, ...Object.fromEntries(named.map(({ name, schema }) => [name, schema])) };
}

/** The OpenAPI 3.1 document, made from the schemas that check requests, rulesets and families. */
export function openapiDocument(app: OpenAPIHono<ServerEnv>, library: Library) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Threshold', version: '1', description },
    servers: [{ url: '/' }],
  });
  const schemas = {
    ...document.components?.schemas,
    ...families(library),
    Ruleset: embedded('Ruleset', z.toJSONSchema(ruleset, { io: 'input', unrepresentable: 'any' })),
  };
  const paths = withNeeds(document.paths ?? {});
  return { ...document, paths, components: { ...document.components, schemas, securitySchemes } };
}
