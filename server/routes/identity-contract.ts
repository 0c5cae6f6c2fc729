import * as z from 'zod';
import { permissionNames } from '../identity/permissions.ts';
import { role } from '../identity/person.ts';
import { problemAnswer } from '../problem.ts';

const instant = z.string();

/** Text that a person gives: what stands round it is taken off. */
export const named = (longest: number) => z.string().trim().min(1).max(longest);

/** What an address has to look like to be one: somebody, an at sign and somewhere. */
export const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/)
  .meta({ example: 'ada@example.org' });

export const authority = named(120).meta({
  description: 'The council, by the name that families give as `localAuthority`; `national` for none.',
  example: 'Hertfordshire',
});

// because a finding would quote it: how long it may be is looked at where it is hashed
export const password = z.string().meta({
  description: 'From 12 to 256 characters, any at all; not the name or the address of the person.',
  minLength: 12,
  maxLength: 256,
  format: 'password',
});

export const secretToken = z.string().max(200).meta({ description: 'What stands behind `=` in the link.' });

export const permission = z.enum(permissionNames);

export const person = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    authority: z.string(),
    roles: z.array(role),
    passwordChosen: z.boolean().meta({ description: 'Without a password nobody signs in.' }),
    createdAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: 'Person' });

export const account = z
  .strictObject({
    kind: z.enum(['person', 'key', 'open', 'system']),
    id: z.string().meta({ description: 'Empty for the key of the environment and for an open server.' }),
    name: z.string(),
    authority: z.string(),
    permissions: z.array(permission),
    person: person.optional().meta({ description: 'There where a person asks.' }),
  })
  .meta({ id: 'Account', description: 'Who asks, and what they may do.' });

export const session = z
  .strictObject({
    id: z.string().meta({ description: 'Not what the cookie holds, and of no use to sign in.' }),
    createdAt: instant,
    lastUsedAt: instant.meta({ description: 'To the minute.' }),
    expiresAt: instant,
    current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({ id: 'Session' });

export const link = z
  .strictObject({
    link: z.string().meta({ description: 'Shown here once; only a digest of it is kept.' }),
    expiresAt: instant,
  })
  .meta({ id: 'Link' });

export const apiKey = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    authority: z.string(),
    scopes: z.array(permission),
    createdBy: z
      .string()
      .nullable()
      .meta({ description: 'The id of a person; null for one made at first start or on the command line.' }),
    createdAt: instant,
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
    lastUsedAt: instant.nullable().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'Key' });

export const pathId = (name: string) =>
  z
    .string()
    .max(100)
    .meta({ param: { name, in: 'path' } });

/** How an address of identity looks in the document, and what every one of them can answer. */
export const tagged = { tags: ['People and keys'], security: [{ key: [] }] };
export const answers = {
  401: problemAnswer('key-missing', 'key-wrong'),
  403: problemAnswer('not-allowed', 'cross-site'),
  500: problemAnswer('unexpected'),
};
export const bodyAnswers = {
  400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('content-type-unsupported'),
};
export const asJson = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
export const uncached = { 'Cache-Control': 'no-store' };
