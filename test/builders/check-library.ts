import {
  checkCalendar,
  checkRuleset,
  checkVocabulary,
  type CheckedRuleset,
  type Library,
} from '../../engine/check/check.ts';
import type { Result } from '../../engine/result.ts';
import { localCalendar, smallCalendar, smallVocabulary } from './check-vocabulary.ts';
import { smallRuleset } from './ruleset.ts';

/** What a builder made, which has nothing wrong with it. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** All that the small ruleset rests on, and one calendar more. */
export const smallLibrary: Library = {
  vocabularies: [valueOf(checkVocabulary(smallVocabulary()))],
  calendars: [smallCalendar(), localCalendar(), localCalendar('harbour')].map((one) =>
    valueOf(checkCalendar(one)),
  ),
};

export function checkedSmallRuleset(): CheckedRuleset {
  return valueOf(checkRuleset(smallRuleset(), smallLibrary));
}
