import type { Diagnostic } from './diagnostic.ts';

interface Entry {
  readonly severity: Diagnostic['severity'];
  readonly meaning: string;
}

const error = (meaning: string): Entry => ({ severity: 'error', meaning });
const warning = (meaning: string): Entry => ({ severity: 'warning', meaning });

/** Every finding the static check can make. Codes are stable; a new meaning is a new code. */
export const diagnosticCodes = {
  // The form of a document.
  'too-deep': error('the document is nested deeper than 64 levels'),
  'too-large': error('the document holds more than 100,000 values or 4,000,000 characters'),
  'reserved-key': error('a key is `__proto__`, `constructor` or `prototype`'),
  'newer-format': error('the document says it is of a newer format than this engine reads'),
  'unknown-key': error('an object has a key that its place does not know'),
  'missing-key': error('an object lacks a key that its place needs'),
  'unknown-form': error('an object has none of the keys that would say what it is'),
  'several-forms': error('an object has keys that each say that it is something else'),
  'wrong-type': error('a value is of another type than its place takes'),
  'not-allowed': error('a value is not one of the few that its place takes'),
  'unknown-operator': error('an operator is not in the table of operators'),
  'unknown-unit': error('a unit is not one that a parameter can have'),
  'bad-form': error('a text is not written in the form of its place, such as an id or a version'),
  'path-expression': error('a JSONPath stands in a rule; the language has none'),
  'not-a-day': error('a text is not a day that exists, written `YYYY-MM-DD`'),
  'not-whole': error('a number is not whole where only whole ones are counted'),
  'too-precise': error('a percentage has more than two decimals'),
  'out-of-range': error('a number is less or more than its place takes'),
  'empty-text': error('a text is empty'),
  'too-long': error('a text is longer than its place takes'),
  'empty-list': error('a list is empty where at least one is needed'),
  'too-many': error('a list is longer, or an object has more keys, than its place takes'),
  'bad-pointer': error('a text is not an RFC 6901 JSON Pointer'),
  'too-many-findings': error('there are more findings than the 1,000 that are listed'),

  // Names.
  'unknown-vocabulary': error('the vocabulary, or that version of it, is not there'),
  'unknown-calendar': error('a calendar is not there'),
  'duplicate-authority': error('two of the calendars in use are for one authority'),
  'unknown-fact': error('a comparison names a fact that is not declared'),
  'unknown-parameter': error('a rule names a parameter that is not declared'),
  'unknown-record-type': error('a fact or an anchor names a record type that the vocabulary lacks'),
  'unknown-field': error('a rule or a limit names a field that its record type lacks'),
  'unknown-kind': error('a test or a parameter names a kind that the field lacks'),
  'unknown-role': error('a rule names a role that the vocabulary lacks'),
  'unknown-condition': error('a reference names no criterion or outcome'),
  'unknown-source': error('a source refers to an entry that `sources` lacks'),
  'unknown-pot': error('a payment names a pot that is not declared'),
  'unknown-payment': error('a payment that is not declared is named'),
  'duplicate-id': error('two things of one namespace have the same id'),
  'duplicate-node-id': error('two places of the rules have the same id'),
  'id-of-another-kind': error(
    'the version that a draft is made from has the id for something of another kind',
  ),
  'reference-to-part': error('a reference names a part of an outcome'),
  'reference-not-allowed': error('a rule refers to what is judged after it'),
  cycle: error('criteria or outcomes refer to one another in a circle'),

  // Parameters.
  'value-and-values': error('a parameter has both one value and values by day'),
  'no-value': error('a parameter has no value at all'),
  'values-out-of-order': error('values by day are not in the order of their days'),
  'value-span': error('a value ends before it begins, or holds while the next one does'),
  'not-a-choice': error('the value of a choice is not among its choices'),
  'unit-mismatch': error('a parameter has another unit than its place needs'),

  // Facts and conditions.
  'fact-in-anchor': error('an anchor names a fact where a record type is needed'),
  'shape-mismatch': error('a measure or a window does not suit how the record type lies in time'),
  'field-type-mismatch': error('a field is not of the type that its use needs'),
  'no-member': error('a fact asks for members of records that never name one'),
  'each-missing': error('a measure of one member lacks `each`'),
  'each-not-allowed': error('a measure of the family has `each`'),
  'by-and-each': error('a fact of each member has `by`, which is for facts of the family'),
  'empty-window': error('a window or a baseline has the length 0'),
  'empty-ages': error('no age lies within an age range'),
  'type-mismatch': error('a value is compared with one of another type'),
  'operator-not-allowed': error('an operator does not suit what it compares'),
  'member-fact-outside-quantifier': error('a fact of each member is compared outside `some` and `every`'),
  'nested-quantifier': error('a quantifier stands inside another'),
  'role-mismatch': error('a quantifier ranges over roles that a fact is not measured for'),
  'at-least-out-of-range': error('`atLeast` asks for none or for more than there are'),
  'when-and-parts': error('an outcome has both `when` and `parts`'),
  'no-when': error('an outcome has neither `when` nor `parts`'),

  // Vocabularies and calendars.
  'reserved-field': error('a field has a name that records use for something else'),
  'required-everywhere': error('a field of every record is required'),
  'to-not-after-from': error('a span ends on or before the day it begins'),
  'terms-out-of-order': error('terms are not listed in the order of their days and names'),
  'terms-overlap': error('a term begins before the one listed before it has ended'),
  'half-term-outside': error('a half-term is not within its term'),
  'academic-year': error('a term does not lie in the academic year of its id'),

  // Cases.
  'other-ruleset': error('a case file is for another ruleset or version'),
  'unknown-family': error('a case uses a family that the file lacks'),
  'unknown-criterion': error('an expectation names a criterion that is not declared'),
  'unknown-route': error('an expectation names a route that is not declared'),
  'unknown-outcome': error('an expectation names an outcome that is not declared'),
  'unknown-part': error('an expectation names a part that is not declared'),
  'unknown-node': error('an expectation names a place that the rules lack'),
  'node-and-member': error(
    'an expectation of a place names a member where none is judged, or none where one is',
  ),

  // Legal, and worth a look.
  'not-above-uncertain-scope': warning(
    'a `not` stands above something that may not apply or may range over nobody',
  ),
  'literal-number': warning('a number other than 0 and 1 is written in a rule'),
  'unused-fact': warning('no condition compares a fact'),
  'unused-parameter': warning('nothing uses a parameter'),
  'no-value-before': warning('a criterion can be judged on a day before the first value of a parameter'),
  'id-of-another-meaning': warning(
    'the version that a draft is made from has the id for something that is about something else',
  ),
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof diagnosticCodes;
