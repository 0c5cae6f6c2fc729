const where = `The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file
of --store.`;

const auditExits = `
Exit codes
  0  the log and every row hold
  1  something was changed behind the log's back; the findings say what and where
  2  bad usage, or a store that is not there, is damaged, or is another program's`;

export const auditHelp = `
${where} Nothing of it is changed, and a server may write meanwhile.

Examples
  npx threshold audit verify
  npx threshold audit head
  npx threshold audit list --action key-revoked --since 2026-01-01T00:00:00Z
  npx threshold help audit verify
`;

export const verifyHelp = `
Follows the chain from its first entry, holds every row against it, and writes {whole, entries, head, rows, findings}. A
chain that was cut at its end is told only against a head that was noted before: the server writes one to its log at
start, every hour and at stop (audit-head). ${where}
${auditExits}

Examples
  npx threshold audit verify
  npx threshold audit verify --store backup.db --head 12:<64 hex digits>
`;

export const headHelp = `
Writes {head, at}: the head as audit verify --head takes it, to be kept where the store is not. ${where}

Examples
  npx threshold audit head
`;

export const listHelp = `
Writes NDJSON, the oldest entry first, each whole: {seq, at, actor, authority, action, subject, previous, hash, detail,
changes}. No entry holds anything of a family. ${where}

Examples
  npx threshold audit list > audit.ndjson
  npx threshold audit list --actor person:p-1 --since 2026-01-01T00:00:00Z
`;

export const backupHelp = `
Copies a SQLite store while a server writes to it, into one file that only its owner may read. The file has its name
only once every page of it is sound and the audit log holds for every row. It overwrites nothing. For PostgreSQL use
pg_dump. Writes {file, whole, entries, head, rows, findings}. ${where}

Exit codes
  0  backed up
  1  something in the store was changed behind the audit log's back; there is no backup
  2  bad usage, a file that is there already, or a store that cannot be read

Examples
  npx threshold backup /backups/threshold-2026-11-24.db
`;

export const restoreHelp = `
Verifies a backup, brings it forward to this program's tables where it is older, and puts it where the store is; the
store that was there is kept beside it under a dated name. Refused while a server holds the store. The audit log says
that the store was restored. For PostgreSQL use pg_restore. Writes {store, replaced, whole, entries, head, rows,
findings}. ${where}

Exit codes
  0  restored
  1  something in the backup was changed behind the audit log's back; nothing was restored
  2  bad usage, a store that is there (without --yes) or is held, or a backup that is damaged or not there

Examples
  npx threshold restore --yes /backups/threshold-2026-11-24.db
`;

export const storeHelp = `
Moves everything from one kind of database to another with the audit log intact: store dump writes every row as NDJSON,
store load fills an empty store from it, in one transaction that is kept only where the log holds for every row.
${where}

Exit codes
  0  dumped, or loaded
  2  bad usage, a store that cannot be read or is not empty, or a dump that was changed or cut

Examples
  npx threshold store dump > store.ndjson
  DATABASE_URL=postgres://… npx threshold store load < store.ndjson
  npx threshold store load --store copy.db < store.ndjson
`;
