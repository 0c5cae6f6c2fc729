import * as fc from 'fast-check';
import { fallbackCalendar, localCalendar, termIds } from '../builders/reference-calendars.ts';
import { attachmentDay, lookDay } from './days.ts';
import { family } from './family.ts';
import { ruleset } from './ruleset.ts';

/** The calendar of every authority but one, and one that now and then lacks terms. */
export const calendars = fc
  .subarray([...termIds], { maxLength: 3 })
  .map((lacks) => [fallbackCalendar, localCalendar(lacks)]);

/** A family and the days it is asked about. */
export const asked = fc.oneof(
  { weight: 4, arbitrary: fc.record({ family, asOf: lookDay }) },
  { weight: 1, arbitrary: fc.record({ family, asOf: lookDay, restateAttachment: attachmentDay }) },
);

/** A ruleset and several families: compiling is what takes the time. */
export const questions = fc.record({
  ruleset,
  calendars,
  asked: fc.array(asked, { minLength: 1, maxLength: 8, size: 'max' }),
});
