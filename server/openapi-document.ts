import type { OpenAPIHono } from '@hono/zod-openapi';
import { familySchema } from '../engine/index.ts';
import { buildName } from './library/build-name.ts';
import type { Library } from './library/library.ts';
import type { ServerEnv } from './request-context.ts';

const description = `Decides families under versioned rulesets: every verdict, route, outcome, payment, reason and missing datum.

Days are civil days (\`2012-12-01\`), every \`to\` is the first day outside, and money is in whole pence. Everything but the
reference, this document and the catalogue of problems asks for a key: \`Authorization: Bearer <key>\`. What cannot be
answered is an RFC 9457 problem whose \`type\` names an entry of \`/api/v1/problems\`.`;

/** The OpenAPI 3.1 document, made from the schemas that check requests. */
export function openapiDocument(app: OpenAPIHono<ServerEnv>, library: Library) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Threshold', version: '1', description },
    servers: [{ url: '/' }],
  });
  return document;
}
