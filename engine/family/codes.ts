import { mostFindings } from '../json-code.ts';

/** Every code that parsing a family can give, with what it means. Each is an error. */
export const familyDiagnostics = {
  'wrong-type': 'a value is of another type than its place takes',
  'missing-key': 'an object lacks a key that it must have',
  'unknown-key': 'an object has a key that its place does not know',
  'reserved-key': 'a key is `__proto__`, `constructor` or `prototype`',
  empty: 'a text that must say something is empty or blank',
  'too-long': 'a text has more characters than its place takes',
  'too-many': 'a list has more items than its place takes',
  'no-members': 'the family has no members',
  'duplicate-id': 'two members have the same id',
  'unknown-vocabulary': 'the family names another vocabulary than the one it is read with',
  'unknown-role': 'a role is not one of the vocabulary’s',
  'unknown-record-type': 'a record type is not one of the vocabulary’s',
  'unknown-member': 'a record or a coverage span names a member who is not listed',
  'unknown-kind': 'a value is not one of the kinds that its field takes',
  'unknown-verdict': 'an override gives a verdict that there is not',
  'not-a-day': 'a text is not a day that exists, written `YYYY-MM-DD`',
  'not-a-term': 'a text is not a school term, written like `2012-13/autumn`',
  'to-not-after-from': 'a span ends before it has lasted a day, or a closure comes before its attachment',
  'duplicate-term-row': 'two rows of a type are for the same member and the same term',
  'not-whole': 'a number is not whole where only whole ones are counted',
  negative: 'a number is below the least it can be',
  'more-than-limit': 'a number, or a sum of numbers, is above the most it can be',
  'too-many-findings': `more than ${mostFindings} things are wrong: the rest are not listed`,
} as const;
export type FamilyCode = keyof typeof familyDiagnostics;
