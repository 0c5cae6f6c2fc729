export const projectHelp = `
A schedule is {"columns": [{"label": "Sept 2012", "engaged": 39}, ...], "leavesAfter": 3, "claimableAfter": 5}: families
as they are taken on, column by column, and after how many columns one leaves the caseload and a result can be claimed
for it. With "leads", each with a share of the families, the caseload is split whole and held against the room of each;
with "scenarios" and "resultPence" of columns, cash is forecast. Written are, for each column, who is worked with, leaves
and becomes claimable; the peak; and who is never claimable in any of the columns.

Exit codes
  0  projected
  2  bad usage, or a schedule that cannot be projected; every finding has a JSON Pointer into it

Examples
  npx threshold project server/examples/schedule.json
  npx threshold project --csv server/examples/schedule.json > schedule.csv
`;
