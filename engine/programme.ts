// The door to what follows decisions: projections, targets, costs (adr/0014-what-follows-decisions.md).
export { checkSchedule } from './programme/check-schedule.ts';
export { project } from './programme/project.ts';
export { projection, schedule, type Projection, type Schedule } from './programme/schedule.ts';
export { overlapsWith, plainWindow, type PlainWindow } from './programme/window-list.ts';
export { checkCostSheet, checkCounts, checkUnitCosts, readUnitCosts } from './programme/check-costs.ts';
export { addUpCosts } from './programme/cost.ts';
export { addUpFamilyCosts, type FamilyGiven } from './programme/family-costs.ts';
export { costs, costSheet, type Costs, type CostSheet } from './programme/cost-sheet.ts';
export { unitCosts, type UnitCosts } from './programme/unit-costs.ts';
export { addUpProgramme } from './programme/add-up-programme.ts';
export { checkProgramme } from './programme/check-programme.ts';
export { programme, type Programme } from './programme/programme-document.ts';
export { programmeTotals, type ProgrammeTotals } from './programme/programme-totals.ts';
export {
  claimWindow,
  claimWindows,
  windowOn,
  type ClaimWindow,
  type ClaimWindows,
} from './programme/claim-windows.ts';
export {
  claimEvents,
  claimState,
  claimStates,
  newStanding,
  standingAfter,
  standingOf,
  type ClaimEvent,
  type ClaimEventName,
  type ClaimStanding,
  type ClaimState,
  type EventRefused,
} from './programme/claim-standing.ts';
export { grantsOn, type GrantOn } from './programme/grants.ts';
export { familyLimits, type FamilyLimit } from './programme/family-limits.ts';
export { financialYear, groupClaims, type ClaimGroup, type CountedClaim } from './programme/claim-totals.ts';
export { type ClaimToMatch, type StatementLine } from './programme/match-statement.ts';
export {
  reconcile,
  varianceCode,
  varianceCodes,
  type ClaimToReconcile,
  type DueNow,
  type OtherRate,
  type Reconciled,
  type Variance,
  type VarianceCode,
} from './programme/reconcile.ts';
