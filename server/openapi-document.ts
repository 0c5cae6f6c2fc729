import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { familySchema, ruleset } from '../engine/index.ts';
import type { Library } from './library/library.ts';
import type { ServerEnv } from './request-context.ts';

const description = `Decides families under versioned rulesets: every verdict, route, outcome, payment, reason and missing datum.

Days are civil days (\`2012-12-01\`), every \`to\` is the first day outside, and money is in whole pence. Everything asks
for a key, \`Authorization: Bearer <key>\`, but this document, the reference page, the example and the catalogue of
problems. What cannot be answered is an RFC 9457 problem whose \`type\` is an address of that catalogue. Every answer
carries an \`X-Request-Id\`, the caller's own where it sent one.`;

const securitySchemes = {
  key: { type: 'http' as const, scheme: 'bearer', description: 'The server’s key.' },
};

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
  return { ...document, components: { ...document.components, schemas, securitySchemes } };
}
