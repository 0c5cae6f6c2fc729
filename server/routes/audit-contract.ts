import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { auditFindings } from '../audit/verify.ts';
import { problemAnswer } from '../problem.ts';

const keyed = { tags: ['Audit'], security: [{ key: [] }] };
const refused = {
  400: problemAnswer('query-invalid'),
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};

const wholeFrom1 = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'a whole number from 1 is wanted here')
    .transform(Number)
    .refine((n) => n <= most, `a whole number from 1 to ${String(most)} is wanted here`)
    .meta({ type: 'integer' });

const entry = z
  .strictObject({
    seq: z.int().meta({ description: 'From 1, without a gap in the whole log.' }),
    at: z.string().meta({ description: 'The instant, in UTC; never before the entry before.' }),
    actor: z.string().meta({ description: '`person:<id>`, `key:<id>`, `open` or `system`.' }),
    authority: z.string().meta({ description: 'Whose data was touched, or `national`.' }),
    action: z.string().meta({ description: 'A thing and what became of it, such as `key-revoked`.' }),
    subject: z.string().meta({ description: 'The id of what it was done to; may be empty.' }),
    detail: z.record(z.string(), z.unknown()).meta({ description: 'Nothing of a family.' }),
    hash: z.string().meta({ description: 'Over the entry, its changes and the hash of the entry before.' }),
  })
  .meta({ id: 'AuditEntry' });

export const listRoute = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'What was written, by whom and when',
  description:
    'Entries of the audit log, the newest first. One belonging to an authority sees its entries alone, a national one all. No entry holds anything of a family.',
  ...keyed,
  request: {
    query: z.strictObject({
      actor: z.string().max(200).optional(),
      subject: z.string().max(200).optional(),
      action: z.string().max(200).optional(),
      since: z.iso
        .datetime({ error: 'an instant in UTC is wanted here, such as 2026-01-01T00:00:00Z' })
        .transform((text) => new Date(text).toISOString())
        .optional()
        .meta({ type: 'string', format: 'date-time', description: 'Entries of this instant and after it.' }),
      before: wholeFrom1(Number.MAX_SAFE_INTEGER)
        .optional()
        .meta({ type: 'integer', description: 'Entries older than this one: `before` of the page above.' }),
      limit: wholeFrom1(500).default(100).meta({ type: 'integer', description: 'At most 500.' }),
    }),
  },
  responses: {
    200: {
      description: 'A page of entries',
      content: {
        'application/json': {
          schema: z.strictObject({
            entries: z.array(entry),
            before: z
              .int()
              .nullable()
              .meta({ description: 'Asks for the next page; null where this is the last.' }),
          }),
        },
      },
    },
    ...refused,
  },
});

const codes = Object.keys(auditFindings) as [keyof typeof auditFindings];

export const verificationRoute = createRoute({
  method: 'get',
  path: '/audit/verification',
  summary: 'Whether anything was changed behind the audit log’s back',
  description:
    'Follows the whole chain and holds every row against it: seconds for a large store, and one at a time. A chain that was cut at its end is only told against a `head` noted before: this answer has one, and the server’s log has one for every hour.',
  ...keyed,
  request: {
    query: z.strictObject({
      head: z
        .string()
        .regex(
          /^\d{1,15}:[0-9a-f]{64}$/,
          'a sequence number and a hash are wanted here, as `12:<64 hex digits>`',
        )
        .optional()
        .meta({ description: 'A head that the chain once had.' }),
    }),
  },
  responses: {
    200: {
      description: 'What was found',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              whole: z.boolean(),
              entries: z.int(),
              head: z
                .string()
                .meta({ description: 'To be kept elsewhere and given as `head` another time.' }),
              rows: z.int().meta({ description: 'Rows that were held against the log.' }),
              findings: z.array(
                z.strictObject({
                  code: z.enum(codes),
                  entry: z.int().optional(),
                  table: z.string().optional(),
                  row: z.string().optional(),
                  message: z.string(),
                }),
              ),
            })
            .meta({ id: 'Verification' }),
        },
      },
    },
    ...refused,
    429: problemAnswer('too-busy'),
  },
});
