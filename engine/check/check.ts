import type { Calendar } from '../document/calendar.ts';
import { placesOf } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Vocabulary } from '../document/vocabulary.ts';
import { err, ok, type Result } from '../result.ts';
import type { Diagnostic } from './diagnostic.ts';
import { readRuleset } from './document.ts';
import { inOrder } from './finding.ts';
import { checkAges } from './ruleset/ages.ts';
import { checkAtLeast } from './ruleset/at-least.ts';
import { checkComparisons } from './ruleset/comparisons.ts';
import type { Check, RulesCheck } from './ruleset/context.ts';
import { checkCycles } from './ruleset/cycles.ts';
import { checkEarlyDays } from './ruleset/early-days.ts';
import { checkFactsNamed } from './ruleset/facts-named.ts';
import { checkFields } from './ruleset/fields.ts';
import { checkIds, checkNodeIds } from './ruleset/ids.ts';
import { groundOf, type Library } from './ruleset/library.ts';
import { checkMembers } from './ruleset/members.ts';
import { checkNegations } from './ruleset/negations.ts';
import { checkNumbers } from './ruleset/numbers.ts';
import { operandsOf, type OperandCheck } from './ruleset/operands.ts';
import { checkOutcomes } from './ruleset/outcomes.ts';
import { checkParameterValues } from './ruleset/parameter-values.ts';
import { checkParametersNamed } from './ruleset/parameters-named.ts';
import { checkPayments } from './ruleset/payments.ts';
import { checkQuantified } from './ruleset/quantified.ts';
import { checkRecordTypes } from './ruleset/record-types.ts';
import { checkReferences } from './ruleset/references.ts';
import { checkRoles } from './ruleset/roles.ts';
import { checkShapes } from './ruleset/shapes.ts';
import { checkSources } from './sources.ts';

export { checkCalendar } from './calendar.ts';
export { casesChecker, checkCases } from './cases.ts';
export { checkReused, idOfAnotherKind, type IdKind } from './reused.ts';
export { checkSyntheticProfile } from './synthetic-profile.ts';
export { checkVocabulary } from './vocabulary.ts';
export type { Library } from './ruleset/library.ts';

const ofRules: readonly RulesCheck[] = [
  checkIds,
  checkNodeIds,
  checkFactsNamed,
  checkParameterValues,
  checkComparisons,
  checkQuantified,
  checkAges,
  checkAtLeast,
  checkReferences,
  checkCycles,
  checkOutcomes,
  checkPayments,
  checkNegations,
  ({ ruleset }) => checkSources(ruleset, ruleset.sources),
];

const ofOperands: readonly OperandCheck[] = [checkParametersNamed, checkNumbers, checkEarlyDays];

/** Those that can say nothing without a vocabulary. */
const ofWords: readonly Check[] = [checkRecordTypes, checkShapes, checkMembers, checkFields, checkRoles];

/** A ruleset that can be decided by, with all that it rests on. */
export interface CheckedRuleset {
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  /** The fallback first. */
  readonly calendars: readonly Calendar[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Everything that can be known to be wrong with a ruleset before it runs: errors before warnings, by place. A document
 * of the wrong form is looked at no further. Never throws, whatever the JSON.
 */
export function checkRuleset(document: unknown, library: Library): Result<CheckedRuleset, Diagnostic[]> {
  const read = readRuleset(document);
  if (!read.ok) return read;
  const ruleset = read.value;
  const { vocabulary, calendars, findings } = groundOf(ruleset, library);
  const rules = { ruleset, places: placesOf(ruleset) };
  const operands = operandsOf(rules);
  const context = vocabulary && { ...rules, vocabulary, calendars };
  const all = inOrder([
    ...findings,
    ...ofRules.flatMap((check) => check(rules)),
    ...ofOperands.flatMap((check) => check(rules, operands)),
    ...(context === undefined ? [] : ofWords.flatMap((check) => check(context))),
  ]);
  if (vocabulary === undefined || all.some(({ severity }) => severity === 'error')) return err(all);
  return ok({ ruleset, vocabulary, calendars, warnings: all });
}
