import type { Dialect } from './dialect.ts';
import { auditTables } from './schema/audit.ts';
import { claimSeals, claimTables } from './schema/claims.ts';
import { cohortSeals, cohortTables } from './schema/cohorts.ts';
import { decisionSeals, decisionTables } from './schema/decisions.ts';
import { identitySeals, identityTables } from './schema/identity.ts';
import { jobSeals, jobTables } from './schema/jobs.ts';
import { rulesetSeals, rulesetTables } from './schema/rulesets.ts';

/** Every table, in the words of one database or the other. */
export const tablesIn = (d: Dialect) => ({
  ...auditTables(d),
  ...identityTables(d),
  ...rulesetTables(d),
  ...decisionTables(d),
  ...cohortTables(d),
  ...jobTables(d),
  ...claimTables(d),
});
export type Tables = ReturnType<typeof tablesIn>;

/** What the audit chain holds of a table's rows: a digest of each, or of all that one transaction added. */
export interface Seal {
  /** Columns that no digest covers, because they are emptied when a family is erased. */
  readonly open: readonly string[];
  /** Rows come by the thousand and are never changed but in open columns: one digest a transaction. */
  readonly bulk: boolean;
}

/** The tables that are written through the audit chain alone. The rest holds nothing but counters and marks of use. */
export const seals = {
  ...identitySeals,
  ...rulesetSeals,
  ...decisionSeals,
  ...cohortSeals,
  ...jobSeals,
  ...claimSeals,
} as const satisfies Partial<Record<Exclude<keyof Tables, 'auditEntry'>, Seal>>;
export type SealedName = keyof typeof seals;
export type VolatileName = Exclude<keyof Tables, SealedName | 'auditEntry'>;

export type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect'];
export type NewRow<Name extends keyof Tables> = Tables[Name]['$inferInsert'];

/** How a table is sealed. */
export function sealOf(name: SealedName): Seal {
  return seals[name];
}

/** The names of all sealed tables. */
export const sealedNames = Object.keys(seals) as readonly SealedName[];

export function isSealed(name: string): name is SealedName {
  return name in seals;
}
