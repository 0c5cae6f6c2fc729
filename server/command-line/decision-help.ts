export const replayHelp = `
Decides again under the very version, on the very day, of the very family, and writes {replayed: [{record, result, …}]}:
same, same-result-other-trace, different with every change, or cannot-be-replayed and why. A record is looked for in the
store that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or in the SQLite file of --store;
nothing of it is changed. A path is a file that GET /families/{id}/export gave, or one {decision, family} out of it: it is
decided under the folder of rulesets, without a store.

Exit codes
  0  the same, though a place within the rules may have come out otherwise
  1  different
  2  bad usage, no such decision, or one that cannot be made again

Examples
  npx threshold replay 0b6c7f0e-5a41-4d0e-9f7e-2f1d6d1f2a10
  npx threshold replay sha256:<64 hex digits> --store backup.db
  npx threshold replay --family family.json sha256:<64 hex digits>
  npx threshold replay ./export.json
`;

export const retainHelp = `
Forgets the families of decisions that were kept longer ago, as the server does once a day where THRESHOLD_KEEP_DAYS is
set: their ids and records are emptied and the keys of their hashes destroyed, the decisions stay, of nobody. Writes
{olderThanDays, decisions, documents, keys}: how many of each. It cannot be undone. The store is the one that the server's
settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file of --store.

Exit codes
  0  forgotten, be it nothing
  2  bad usage, or a store that is not there, is damaged, or is another program's

Examples
  npx threshold retain --older-than 2190
  THRESHOLD_KEEP_DAYS=365 npx threshold retain --store copy.db
`;

export const verifyHelp = `
Takes what GET /families/{id}/evidence-pack gave, as JSON or as the HTML page, and needs nothing else: no store, no folder
of rulesets, no network. Every hash is made again; every decision is decided again on the rules and the family in the file
and compared, words included; the page is held against the data in it; the audit entries are followed as far as they are
there. Writes {whole, files: [{file, whole, pack, made, decisions, findings, notes}]}. Each finding has a code, a JSON
Pointer into the pack, one sentence, and what was expected and found; of a changed page also the line. A decision whose
family was withheld or erased cannot be made again: its result says so, and is no finding. Notes say what another build
cannot check. Everything in a file can be changed alike: --hash holds it against the hash that was printed, or that the
store's audit log has under evidence-pack-made.

Exit codes
  0  everything holds
  1  something differs, or is not of the form that a pack has
  2  bad usage, a file that cannot be read, or one that is no evidence pack

Examples
  npx threshold verify evidence-pack-1a2b3c4d5e6f.html
  npx threshold verify --hash sha256:<64 hex digits> pack.json
`;
