export {
  attributor,
  type Attributor,
  type Attributed,
  type Causes,
  type NotAttributable,
  type Shared,
} from './attribution/attribute.ts';
export type { Shares } from './attribution/shares.ts';
export {
  casesChecker,
  checkCalendar,
  checkCases,
  checkReused,
  checkRuleset,
  checkSyntheticProfile,
  checkVocabulary,
  idOfAnotherKind,
} from './check/check.ts';
export type { CheckedRuleset, IdKind, Library } from './check/check.ts';
export { diagnosticCodes } from './check/codes.ts';
export { diagnostic, type Diagnostic } from './check/diagnostic.ts';
export { readReleases } from './check/document.ts';
export { measureOf, measures } from './check/ruleset/measure.ts';
export { compactReader, tracePlaces, type Compact, type CompactTrace } from './decide/compact.ts';
export { compileChecked, compileRuleset, type CompiledRuleset } from './decide/compile.ts';
export { decide } from './decide/decide.ts';
export { decideWhole, decideWithFacts } from './decide/decide-with-facts.ts';
export { decision, judgement, semantics, type Decision, type Judgement } from './decide/decision.ts';
export { verdictReader, verdictsOnly, type VerdictsOnly } from './decide/verdicts-only.ts';
export type { Question } from './decide/evaluate.ts';
export { fundedFamilies, fundedPence } from './decide/share.ts';
export type { Calendar } from './document/calendar.ts';
export type { CaseFile } from './document/cases.ts';
export type { Release } from './document/release.ts';
export { ruleset, type Ruleset } from './document/ruleset.ts';
export type { Payment } from './document/payment.ts';
export type { Vocabulary } from './document/vocabulary.ts';
export { claimable, claimableDays, type Claimable } from './earliest/claimable.ts';
export {
  checkForecastWindows,
  windowsAhead,
  type OpenWindow,
  type WindowsAhead,
} from './forecast/open-windows.ts';
export { forecastOf, type FamilyForecast, type ForecastQuestion } from './forecast/family.ts';
export { forecastRows } from './forecast/rows.ts';
export { forecast, ForecastSums, type Forecast } from './forecast/sums.ts';
export { needed, stillNeeded, type Needed } from './needed/needed.ts';
export type { TraceDetail } from './explain/judgement.ts';
export type { Family } from './family/family.ts';
export { familyParser } from './family/parse.ts';
export { familySchema } from './family/schema.ts';
export { readJson } from './json-text.ts';
export type { Line } from './read/line.ts';
export { poundsInWords } from './read/figures.ts';
export { lineText, readingText, readPlace, readRuleset, type Reading } from './read/ruleset.ts';
export { err, ok, type Result } from './result.ts';
export { edit, type Edit } from './review/edits/edit.ts';
export { editsBetween, type Edits } from './review/edits/edits.ts';
export { runCases, type CaseResult } from './review/cases.ts';
export { givenFamily } from './review/given.ts';
export { change, changesBetween, idsShared, sharedIds, type Change } from './review/compare.ts';
export { shortOf } from './review/near-miss.ts';
export { metOnlyBecause } from './review/refold.ts';
export { pointerOf } from './pointer.ts';
export type { Computed } from './second-opinion/computed.ts';
export { nearest } from './suggest.ts';
export { syntheticFamilies, type SyntheticFamily } from './synthetic/families.ts';
export { withRates, type SyntheticProfile } from './synthetic/profile.ts';
export { syntheticProfiles } from './synthetic/profiles.ts';
export { isRateName, rateNames, rates as syntheticRates, type RateName } from './synthetic/rates.ts';
export { addDays, formatDay, parseDay, type Day } from './time/civil-date.ts';
export { verdicts, type Verdict } from './verdict.ts';
