import type { Dialect } from '../dialect.ts';

/** Who may do what: people, their sessions, keys of programs, and links that are good once. */
export const identityTables = (d: Dialect) => ({
  person: d.table(
    'person',
    {
      id: d.text('id').primaryKey(),
      name: d.text('name').notNull(),
      /** In lower case. */
      email: d.text('email').notNull(),
      /** The authority that this person belongs to, or `national`. */
      authority: d.text('authority').notNull(),
      /** A JSON list of roles. */
      roles: d.text('roles').notNull(),
      /** Argon2id in its own encoding; null until a password was chosen. */
      passwordHash: d.text('password_hash'),
      createdAt: d.text('created_at').notNull(),
      disabledAt: d.text('disabled_at'),
    },
    (table) => [d.uniqueIndex('person_email').on(table.email)],
  ),
  session: d.table('session', {
    /** SHA-256 of the token in the cookie. */
    id: d.text('id').primaryKey(),
    person: d.text('person').notNull(),
    createdAt: d.text('created_at').notNull(),
    /** However much it is used, it ends here. */
    expiresAt: d.text('expires_at').notNull(),
    endedAt: d.text('ended_at'),
  }),
  apiKey: d.table(
    'api_key',
    {
      id: d.text('id').primaryKey(),
      name: d.text('name').notNull(),
      /** SHA-256 of the key; the key itself is shown once. */
      digest: d.text('digest').notNull(),
      authority: d.text('authority').notNull(),
      /** A JSON list of permissions. */
      scopes: d.text('scopes').notNull(),
      /** The person who made it; null for the key of the first start. */
      createdBy: d.text('created_by'),
      createdAt: d.text('created_at').notNull(),
      expiresAt: d.text('expires_at'),
      revokedAt: d.text('revoked_at'),
    },
    (table) => [d.uniqueIndex('api_key_digest').on(table.digest)],
  ),
  link: d.table('link', {
    /** SHA-256 of the token in the link. */
    id: d.text('id').primaryKey(),
    /** `set-up` makes the first administrator; `password` lets its person choose one. */
    purpose: d.text('purpose').notNull(),
    person: d.text('person'),
    createdAt: d.text('created_at').notNull(),
    expiresAt: d.text('expires_at').notNull(),
    usedAt: d.text('used_at'),
  }),
  /** Marks of use: of a key or a session, when last. */
  use: d.table('use', { id: d.text('id').primaryKey(), at: d.text('at').notNull() }),
  /** Failed attempts to sign in, by a digest of what was tried. */
  throttle: d.table('throttle', {
    id: d.text('id').primaryKey(),
    failures: d.whole('failures').notNull(),
    since: d.text('since').notNull(),
  }),
});

export const identitySeals = {
  person: { open: [], bulk: false },
  session: { open: [], bulk: false },
  apiKey: { open: [], bulk: false },
  link: { open: [], bulk: false },
} as const;
