import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

// because release 13 ends the process on a Node below Node-API 10, where set-up builds release 12
const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3' : 'better-sqlite3-node20';

/** better-sqlite3, of the release that this Node can load. */
export const Sqlite: typeof Database = (createRequire(import.meta.url) as (id: string) => typeof Database)(
  name,
);
