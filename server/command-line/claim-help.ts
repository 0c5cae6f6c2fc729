const where = `The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file
of --store. Nothing of it is changed, and a server may write meanwhile.`;

export const claimsHelp = `
A run is begun over a cohort, or without one for families one at a time, proposed, sampled, audited, and submitted; then its
claims are recorded as paid, queried or withdrawn.
Audits are not made here: somebody judges each claim of the sample in the studio or with a key, where it is known who does,
and nobody judges what they began. That a claim is of another family than the one in whose way it stood is left to the
server too. What is done here is in the audit log as by system, "command line".

The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file of
--store; a server may have it open.

Examples
  npx threshold claims list --authority Harrow --csv > claims.csv
  npx threshold claims totals --authority Harrow
  npx threshold claims reconcile --authority Harrow statement.csv
  npx threshold claims begin --authority Harrow --title "February" --ruleset phase-1@1.0.0 --as-of 2015-02-02 --cohort spring-2015
  npx threshold claims propose --authority Harrow RUN
  npx threshold claims propose --authority Harrow RUN --family family.json --payment attachment-fee
  npx threshold claims sample --authority Harrow RUN --seed "drawn by dice: 4 1 6"
  npx threshold claims submit --authority Harrow RUN --on 2015-02-10
  npx threshold claims record --authority Harrow CLAIM --event paid --pence 320000 --on 2015-02-20
`;

export const listClaimsHelp = `
Writes {claims}, each with its version, the record of the decision it is made of, and what became of it. ${where}

Exit codes
  0  written
  2  bad usage, no such run, or a store that is not there, is damaged, or is another program's
`;

export const claimTotalsHelp = `
Writes {groups, windows, totals}: by year of attachment, payment and amount with the share that the ruleset says is funded; by
claim window; and in all. Withdrawn claims are left out. ${where}

Exit codes
  0  written
  2  bad usage, no such run, or a store that is not there, is damaged, or is another program's
`;

export const reconcileHelp = `
A statement is a CSV file with the columns claim, or family and payment; pounds or pence; and on, a day as 2015-02-20 or
20/2/2015; at most 20,000 lines and 2,000,000 characters. A line that names family and payment pays, of several claims, the one
whose open amount it is, then one that has room for it. The columns phase and localAuthority narrow which are meant: where those
of several fit alike, the line is several-claims, and not guessed. Without a statement, claims are held against what the ledger
has as paid. Written are {claims, elsewhere, sums, lines}: a claim may have several lines, each with its code, the difference in
pence and the record of the decision that explains it. With --run the lines are of that run, and elsewhere counts those of the
statement that are of claims of other runs; a table has a last row for them. ${where}

Exit codes
  0  written, whatever was found
  2  bad usage, no such run, a statement that cannot be read, or a store that is not there, is damaged, or is another program's
`;
