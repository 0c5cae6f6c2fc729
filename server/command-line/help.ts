/** What `--help` adds to the list of commands. */
export const programHelp = `
Every ruleset is named exactly: phase-1@1.0.0, phase-1@sha256:<64 hex digits>, or the path of a ruleset file
(with its cases beside it, as 1.0.0.cases.json). There is no implicit latest, and no clock is ever read: the day is
always given. A day is a civil day such as 2013-10-01.

JSON goes to standard output: one line, or indented at a terminal and with --pretty; show writes English unless asked for
JSON. Problems go to standard error as JSON after RFC 9457, with a JSON Pointer to each thing that is wrong.

Exit codes
  0  done, whatever the verdict
  1  an invalid ruleset, vocabulary, calendar, case file or profile, a failed case, a difference, or a refusal
  2  bad usage, a file that cannot be read, no such version, or an invalid family
  70 a fault of ours

Examples
  npx threshold rulesets --on 2013-10-01
  npx threshold evaluate --ruleset phase-1@1.0.0 --as-of 2013-10-01 family.json
  npx threshold batch --ruleset phase-1@1.0.0 --as-of 2013-10-01 < families.ndjson > decisions.ndjson
  npx threshold validate rulesets/england/phase-1/1.0.0.json
  npx threshold test
  npx threshold show phase-1@1.0.0 --line education
  npx threshold diff phase-1@1.0.0 ./my-ruleset/1.1.0.json
  npx threshold verify evidence-pack.html
  npx threshold audit verify
  npx threshold backup /backups/threshold-2026-11-24.db
  npx threshold help evaluate
`;

export const evaluateHelp = `
Writes one decision to standard output: every verdict, route, outcome, payment, reason and missing datum. Exit 0 says
that it was decided, not that anything was met: read .eligibility.verdict and .totalDuePence.

Exit codes
  0  decided
  1  the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a family that cannot be read; every finding has a JSON Pointer into the family
  70 a fault of ours, such as that the public json-rules-engine folds the same facts to another verdict

Examples
  npx threshold evaluate --ruleset phase-1@1.0.0 --as-of 2013-10-01 family.json
  npx threshold evaluate --ruleset phase-1@1.0.0 --as-of 2013-10-01 --trace full --pretty family.json
  npx threshold evaluate --ruleset phase-2@1.0.0 --as-of 2016-04-01 --restate-attachment 2015-04-01 family.json
  cat family.json | npx threshold evaluate --ruleset ./my-ruleset/1.1.0.json --as-of 2013-10-01 -
`;

export const claimableHelp = `
Writes, for each payment of the ruleset, the days on which it is due and the days on which it could be, were everything
that is not known found to speak for it: the first of them, the first that is none of them any more (null where there is
none by the last day asked about), and the pence. null says that there are no such days. What is known up to --as-of is
taken to stay known with nothing new in it; school terms still to come have no rows. Of claims made before only those
in the family's record count. Each day is what evaluate says of that family on that day.

Exit codes
  0  done, whatever was found
  1  the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a family that cannot be read; every finding has a JSON Pointer into the family

Examples
  npx threshold claimable --ruleset phase-1@1.0.0 --as-of 2012-12-01 family.json
  npx threshold claimable --ruleset phase-2@1.0.0 --as-of 2016-03-01 --until 2020-03-31 --pretty family.json
`;

export const neededHelp = `
Writes, for each payment of the ruleset, the smallest sets of changes after which its conditions would be met, the fewest
changes first: all of one set is needed, and together it is enough. Each set has four lists: evidence to find, which would
have to speak for the family; progress still needed; time that must pass, with the first day where there is one by --until
if nothing new happens; and what is impossible. A set with something impossible is written only where there is no other.
One set of no changes says that the payment's conditions are met; no set, that none was found.
"more" says whether there are, or may be, further sets: only the first are written, and not all can always be found.

Exit codes
  0  done, whatever was found
  1  the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a family that cannot be read; every finding has a JSON Pointer into the family

Examples
  npx threshold needed --ruleset phase-1@1.0.0 --as-of 2013-10-01 --pretty family.json
  npx threshold needed --ruleset phase-2@1.0.0 --as-of 2016-03-01 --until 2017-03-31 family.json
`;

export const batchHelp = `
Reads NDJSON and writes NDJSON in the same order: {"line": n, "family": id, "decision": {...}} or, where a line cannot
be decided, {"line": n, "family": id, "problem": {...}}. Lines count from 1; blank ones are counted and skipped. A bad
line never fails the rest. The last line is {"summary": {lines, decisions, problems, sha256}}: the digest is over all
bytes before it, so that a stream that was cut short is told from a whole one. A family whose id was decided on an
earlier line is a problem, not a second decision (up to two million families). Memory does not grow with the input.

Exit codes
  0  done, whatever the verdicts and whichever lines have problems
  1  with --strict, where a line has a problem; the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a file that cannot be read

Examples
  npx threshold batch --ruleset phase-1@1.0.0 --as-of 2013-10-01 < families.ndjson > decisions.ndjson
  npx threshold batch --ruleset phase-1@1.0.0 --as-of 2013-10-01 --brief families.ndjson | tail -1
`;

export const compareHelp = `
Reads NDJSON and writes a line for each family, in the same order: {"line": n, "family": id, "changes": [{path, from,
to}]}, or a problem as batch does. A path is a JSON Pointer into a decision with ids in place of positions, such as
/criteria/education/verdict; null is what a version does not have. The last line is {"summary": {lines, families,
problems, changed, leftDuePence, rightDuePence, verdicts, payments, shared, sha256}}: verdicts count how many families
each verdict turned into which, payments what each comes to; shared lists the criteria, outcomes and payments that both
versions have; where there are none, only eligibility and totals can be compared.

With --causes each line of a changed family has causes and shares as well. A cause is a set of edits that, made in the
left version, gives what the right one says, and of which no smaller part does; complete is whether there is no other.
A share is how much of an amount, or of being eligible, is an edit's: its mean effect over all orders of making them.
The summary's explained adds them up by edit; an edit is named by kind, of and id, as threshold diff names it. Nothing
is attributed, and notAttributable says why, where the versions share no ids or the attachment is restated.

Exit codes
  0  no family differs
  1  a family differs; or a ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a file that cannot be read

Examples
  npx threshold compare --left phase-1@1.0.0 --right oxfordshire@1.0.0 --as-of 2013-10-01 families.ndjson
  npx threshold compare --left phase-2@1.0.0 --right phase-2@1.2.0 --as-of 2016-03-01 --causes families.ndjson | tail -1
  npx threshold compare --left phase-1@1.0.0 --right phase-2@1.0.0 --as-of 2016-03-01 --restate-attachment 2015-06-01
`;

export const exportHelp = `
Writes {decision, ruleset, asOf, rules, facts, expected, taken}. The rules are plain json-rules-engine rules: each that
holds emits settles {fact, value}. Run them with that library alone, and every node of expected has its verdict:

  const engine = new Engine(rules);
  engine.on('settles', ({ fact, value }, almanac) => almanac.addFact(fact, value));
  const { almanac } = await engine.run(facts);
  await almanac.factValue('eligibility');            // 'met', 'not-met', 'unknown' or 'not-applicable'

Nodes are ids of the ruleset, or id@member: the file speaks of the family, and is to be kept like its record. Nodes in
taken are not judged by the rules, but have our own verdict among the facts.

Exit codes
  0  written, whether or not the two engines agree
  1  the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or a family that cannot be read

Examples
  npx threshold export --to json-rules-engine --ruleset phase-1@1.0.0 --as-of 2013-10-01 family.json > rules.json
`;

export const validateHelp = `
Takes rulesets, case files, vocabularies, calendars, releases and families, tells them apart by their keys, and writes
{errors, warnings, files: [{file, kind, valid, findings}]}. Each finding has a code, a JSON Pointer, one sentence and,
where something near is known, a suggestion. A vocabulary or calendar that is named stands in for the folder's own of
the same name, so that a ruleset can be checked with one that is not there yet.

Exit codes
  0  no errors, whatever the warnings
  1  at least one error
  2  bad usage, or a file that cannot be read

Examples
  npx threshold validate rulesets/england/phase-1/*.json
  npx threshold validate new-calendar.json my-ruleset.json
  npx threshold validate --as family --ruleset phase-1@1.0.0 family.json
`;

export const testHelp = `
Runs the cases that ship with a ruleset and writes {passed, failed, rulesets: [{ruleset, version, passed, failed,
failures}]}. A failure names each difference: {path, expected, actual}, the path being a JSON Pointer into the case's
expect.

Exit codes
  0  every case passed
  1  a case failed, or a ruleset or its cases have errors
  2  bad usage, a file that cannot be read, or a named ruleset that has no cases

Examples
  npx threshold test
  npx threshold test rulesets/england/phase-1/1.0.0.json
  npx threshold test --rulesets ../our-rulesets
`;

export const rulesetsHelp = `
Writes {folder, rulesets: [{id, versions, releases}]}, each version with its content hash. With --on, each ruleset also
says which version is in force that day, or null.

Exit codes
  0  listed
  1  the folder has errors
  2  bad usage, or a folder that cannot be read

Examples
  npx threshold rulesets
  npx threshold rulesets --on 2013-10-01 --pretty
`;

export const showHelp = `
Writes text for a person to standard output, not JSON: a section for who is identified, who is eligible, what counts as a
result, what is paid, the parameters, and what is measured. With --json: {id, version, title, sections}, each line with
its id, its JSON Pointer, its sentence, and the words of it in which every value that can be changed stands apart.

Exit codes
  0  shown
  1  the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, or no line of that id

Examples
  npx threshold show phase-1@1.0.0
  npx threshold show phase-1@1.0.0 --line education
  npx threshold show ./my-ruleset/1.1.0.json --json
`;

export const diffHelp = `
Writes {was, now, sharedIds, edits}. Each edit has the id that both versions keep, what it is of, the sentence it was and
the sentence it now is, its effect, and the owners on which it has that effect. Taken alone, a looser edit never turns
met into not met and never pays less; a tighter one is the mirror; wording changes no verdict and no amount; neither is
anything that cannot be said for sure. Where sharedIds is 0 the two have nothing in common, and all is removed or added.

Exit codes
  0  no edits
  1  at least one edit; or a ruleset, or the folder it is in, has errors
  2  bad usage, or no such version

Examples
  npx threshold diff phase-1@1.0.0 ./my-ruleset/1.1.0.json
  npx threshold diff phase-1@1.0.0 phase-2@1.0.0 --pretty
`;

export const serveHelp = `
Starts the server and says on standard output where it is and, at the first start, which key to send. It stops at
SIGINT or SIGTERM, after the requests that have begun are answered.

Examples
  npx threshold serve
  npx threshold serve --port 8080 --rulesets ../our-rulesets
  npx threshold serve --open
`;
