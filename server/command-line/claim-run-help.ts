const where = `The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file
of --store; a server may have it open.`;

const refusedOr = (done: string) => `Exit codes
  0  ${done}
  1  refused, with the problem that the server answers with; nothing was written
  2  bad usage, no such run, claim, cohort, version or file, or a store that is not there, is damaged, or is another program's`;

const read = `Exit codes
  0  written
  2  bad usage, no such run, or a store that is not there, is damaged, or is another program's`;

export const beginHelp = `
Freezes a cohort of the authority that is whole, where one is given, a version that the store has published and that is in
force on --as-of, that day, and the claim window it lies in. Nothing is proposed yet. Written is the run, with its id. ${where}

${refusedOr('begun')}

Examples
  npx threshold claims begin --authority Harrow --title "February" --ruleset phase-1@1.0.0 --as-of 2015-02-02 --cohort spring-2015
`;

export const proposeHelp = `
Proposes what is due of each family of the run's cohort, some 200 families a transaction, and keeps the decisions behind it;
the public json-rules-engine judges each of them too. A run that was stopped goes on where it was. Written is the run, with
what its claims come to; threshold claims held says what was not proposed, and why.

Of a run that was begun without a cohort, --family and --payment propose one payment of one family, by the amount that the
version gives, or say why it cannot be claimed; what was clawed back is claimed again in this way alone. Without them such a
run takes no more families, and goes on to its audit. ${where}

Exit codes
  0  proposed
  1  refused, with the problem that the server answers with; what was proposed before stays
  2  bad usage, no such run, a family that cannot be read, or a store that is not there, is damaged, or is another program's

Examples
  npx threshold claims propose --authority Harrow RUN
  npx threshold claims propose --authority Harrow RUN --family family.json --payment attachment-fee
`;

export const sampleHelp = `
Draws the audit sample of a run that is proposed, once. Whoever has the seed, and the risks where there are any, draws the
same claims again. A claim weighs 1, and so much more for each --risk that the decision behind it carries: node:verdict:weight,
of a criterion, route, outcome, part, payment or eligibility. Ten per cent is believed to have been asked for; no source that
could be read says so. Somebody else then judges each claim of the sample, in the studio or with a key. ${where}

${refusedOr('drawn')}

Examples
  npx threshold claims sample --authority Harrow RUN --seed "drawn by dice: 4 1 6"
  npx threshold claims sample --authority Harrow RUN --seed spring --percent 5 --minimum 20 --risk education:unknown:5
`;

export const submitHelp = `
Submits what a run proposed and nobody withdrew, once every claim of its sample has been judged. --on lies in the run's window,
not before its day. ${where}

${refusedOr('submitted')}

Examples
  npx threshold claims submit --authority Harrow RUN --on 2015-02-10
`;

export const withdrawHelp = `
Withdraws a run that is not submitted, with every claim of it: they can then be proposed again. ${where}

${refusedOr('withdrawn')}

Examples
  npx threshold claims withdraw --authority Harrow RUN --reason "the wrong cohort"
`;

export const recordHelp = `
Writes down what became of a claim: queried, answered, paid, clawed-back or withdrawn. paid and clawed-back take --pence;
queried, clawed-back and withdrawn take --reason. Never more is paid than was claimed. Written is the claim as it then stands.
What an audit says of a claim is not recorded here. --events takes a JSON file of up to 1,000 of them, as POST /api/v1/claim-events
does: {"events": [{"claim": …, "event": "paid", "on": …, "pence": …}]}; all are written, or none. ${where}

${refusedOr('recorded')}

Examples
  npx threshold claims record --authority Harrow CLAIM --event paid --pence 320000 --on 2015-02-20
  npx threshold claims record --authority Harrow CLAIM --event queried --on 2015-03-04 --reason "no attendance for spring"
  npx threshold claims record --authority Harrow --events paid.json
`;

export const runsHelp = `
Writes {runs}: every claim run of the authority, the newest first. ${where}

${read}

Examples
  npx threshold claims runs --authority Harrow --pretty
`;

export const showRunHelp = `
Writes a claim run as it stands: its cohort, version, day and window, its claims by state, and its sample. ${where}

${read}

Examples
  npx threshold claims show --authority Harrow RUN
`;

export const heldHelp = `
Writes {held}: what a run did not propose although something may be due, with why, and the claims in its way. ${where}

${read}

Examples
  npx threshold claims held --authority Harrow RUN
`;
