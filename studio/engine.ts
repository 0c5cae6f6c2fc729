import './without-eval.ts';

/** The engine as the page and its worker have it: loaded where it is first needed, and never compiling code. */
export {
  casesChecker,
  changesBetween,
  checkCalendar,
  checkCases,
  checkRuleset,
  checkVocabulary,
  compileChecked,
  decide,
  editsBetween,
  familyParser,
  givenFamily,
  measureOf,
  measures,
  parseDay,
  pointerOf,
  readJson,
  readPlace,
  readRuleset,
  runCases,
  syntheticFamilies,
  syntheticProfiles,
} from '../engine/index.ts';
export type {
  CaseFile,
  CheckedRuleset,
  CompiledRuleset,
  Day,
  Diagnostic,
  Family,
  Judgement,
  Result,
  Ruleset,
  Vocabulary,
} from '../engine/index.ts';
