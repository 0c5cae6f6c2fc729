import './without-eval.ts';

/** The engine as the page has it: loaded with the first screen that needs it, and never compiling code. */
export {
  checkCalendar,
  checkCases,
  checkRuleset,
  checkVocabulary,
  compileChecked,
  editsBetween,
  familyParser,
  measureOf,
  measures,
  pointerOf,
  readJson,
  readPlace,
  readRuleset,
  runCases,
} from '../engine/index.ts';
export type { Ruleset, Vocabulary } from '../engine/index.ts';
