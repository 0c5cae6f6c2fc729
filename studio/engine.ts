import './without-eval.ts';

/** The engine as the page has it: loaded with the first screen that needs it, and never compiling code. */
export {
  checkCalendar,
  checkRuleset,
  checkVocabulary,
  readJson,
  readPlace,
  readRuleset,
} from '../engine/index.ts';
