import { postgresDialect } from './dialect.ts';
import { tablesIn } from './schema.ts';

// drizzle-kit writes the migrations from the tables that this file exports by name; a test holds the list to the schema.
export const {
  auditEntry,
  person,
  session,
  apiKey,
  link,
  use,
  throttle,
  content,
  shelf,
  publishedVersion,
  publishedBasis,
  release,
  draft,
  draftRevision,
  rulesetEvent,
  decision,
  familyKey,
  familyDocument,
  cohort,
  cohortBlock,
  job,
  jobPart,
  jobLease,
} = tablesIn(postgresDialect);
