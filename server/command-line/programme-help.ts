export const projectHelp = `
A schedule is {"columns": [{"label": "Sept 2012", "engaged": 39}, ...], "leavesAfter": 3, "claimableAfter": 5}: families
as they are taken on, column by column, and after how many columns one leaves the caseload and a result can be claimed
for it. With "leads", each with a share of the families, the caseload is split whole and held against the room of each;
with "otherSplits", each {"id", "label", "source", "shares": [{"lead", "share"}]}, so is who would lead whom by each of those;
with "scenarios" and "resultPence" of columns, cash is forecast. Written are, for each column, who is worked with, leaves
and becomes claimable; the peak; and who is never claimable in any of the columns.

With "windows": [{"id", "label", "opens", "closes"}], or "windowsOf": {"programme": "troubled-families", "phase": 1} for
the windows that come with the program, "byWindow" says what is claimed in each and what in none. Each column then needs
its first day, "from", and the schedule the first day after the last, "to". Those who become claimable in a column are
claimed for in the first window that is open on its last day or opens later.

Exit codes
  0  projected
  2  bad usage, or a schedule that cannot be projected; every finding has a JSON Pointer into it

Examples
  npx threshold project server/examples/schedule.json
  npx threshold project --csv server/examples/schedule.json > schedule.csv
  npx threshold project --csv --by-window server/examples/schedule.json > windows.csv
`;

export const forecastHelp = `
Reads NDJSON, a family a line, and writes one answer: for each claim window that has not closed by --as-of the families,
claims and pence, and what the ruleset's share funds of them, three ways. "low" is what is due on the day already;
"expected" what comes due if nothing new happens; "high" what is possible, were everything unknown found to speak for the
family. A claim forecast in one window is an earlier claim in the next. Of claims made before only those in the families'
records count: no store is opened, so that what a ledger has is counted again unless the records say it. "never" counts and lists families for which nothing
could be claimed in any of the windows. A bad line never fails the rest: "problems" counts them and has the first hundred.
Windows are {"windows": [{"id", "label", "opens", "closes"}]}; without --windows, those that come with the program for
the ruleset's programme and phase; "windowsTooFar" are those of them that close more than ten years on, left out.

Exit codes
  0  forecast, whichever lines have problems
  1  with --strict, where a line has a problem; the ruleset, or the folder it is in, has errors
  2  bad usage, no such version, a file that cannot be read, or windows that cannot be used

Examples
  npx threshold forecast --ruleset phase-1@1.0.0 --as-of 2013-10-01 families.ndjson
  npx threshold forecast --ruleset phase-2@1.0.0 --as-of 2016-03-01 --windows my-windows.json --csv families.ndjson
`;

export const costsHelp = `
A cost sheet has phases of lines: so many of a unit cost, {"label": "Arrests", "cost": "arrest", "quantity": 3}, or an amount
entered with its evidence. Written are each line, each phase in all and by agency, a total that a source prints beside
that of its items with the difference, what is saved, and figures of sources that differ for one thing. Gross: no
counterfactual is claimed. Prices stand as they are, with their years, unless the sheet says by which index to uprate them.

With --family, a phase that has a "span" of days also gets a line for each unit cost that says what it counts of a family's
records, such as {"records": "arrest", "per": "record"}: how many, and which records they rest on. Where coverage leaves days
out the line is "atLeast", and so are its totals; "none" is known to be none, and "notKnown" is not. What the sheet enters
by hand is not added twice: it stands, and what the records come to is set beside it in "enteredToo".

Exit codes
  0  added up
  2  bad usage, or a sheet, unit costs or a family that cannot be used; every finding has a JSON Pointer

Examples
  npx threshold costs --unit-costs hertfordshire@1.0.0 server/examples/family-e.json
  npx threshold costs --unit-costs server/examples/counted-costs.json --family server/examples/family.json \
    --as-of 2013-10-01 server/examples/counted-sheet.json
  npx threshold costs --csv --unit-costs my-costs.json my-sheet.json > costs.csv
`;

export const programmeHelp = `
A programme has targets, each with the families that were expected and the figures that were reached, as often as sources
say them; statements, such as when claims are first possible; lines of funding; splits of an amount; releases of a year's
fees by performance; and allowances of so much a family. Every number has its source. Written are figures as exact parts
of targets and in whole per cent, sums beside the totals that sources print, and in "conflicts" all that is said twice and
differently. A target without a figure is "unknown", and not missed.

Exit codes
  0  added up
  2  bad usage, or a programme that cannot be added up; every finding has a JSON Pointer into it

Examples
  npx threshold programme councils-phase-1
  npx threshold programme --csv my-programme.json > programme.csv
`;
