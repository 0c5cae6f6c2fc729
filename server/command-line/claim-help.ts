const where = `The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file
of --store. Nothing of it is changed, and a server may write meanwhile.`;

export const claimsHelp = `
${where} Claims are made, audited and paid through the server.

Examples
  npx threshold claims list --authority Harrow --csv > claims.csv
  npx threshold claims totals --authority Harrow
  npx threshold claims reconcile --authority Harrow statement.csv
`;

export const listClaimsHelp = `
Writes {claims}, each with its version, the record of the decision it is made of, and what became of it. ${where}

Exit codes
  0  written
  2  bad usage, or a store that is not there, is damaged, or is another program's
`;

export const claimTotalsHelp = `
Writes {groups, windows, totals}: by year of attachment, payment and amount with the share that the ruleset says is funded; by
claim window; and in all. Withdrawn claims are left out. ${where}

Exit codes
  0  written
  2  bad usage, or a store that is not there, is damaged, or is another program's
`;

export const reconcileHelp = `
A statement is a CSV file with the columns claim, or family and payment; pounds or pence; and on, a day as 2015-02-20 or
20/2/2015. Without one, claims are held against what the ledger has as paid. Written are {sums, lines}: a claim may have several
lines, each with its code, the difference in pence and the record of the decision that explains it. ${where}

Exit codes
  0  written, whatever was found
  2  bad usage, a statement that cannot be read, or a store that is not there, is damaged, or is another program's
`;
