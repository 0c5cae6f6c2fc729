import * as z from 'zod';
import { condition, operatorName } from '../../document/condition.ts';
import { fact, reductionFact } from '../../document/fact.ts';
import { civilDay, fieldName, kindId, name, nodeId, semver, termId } from '../../document/names.ts';
import { parameter } from '../../document/parameter.ts';
import { ruleset } from '../../document/ruleset.ts';
import { anchor, relativeWindow, timeWindow } from '../../document/time-window.ts';
import { schoolAge } from '../../document/vocabulary.ts';
import { fieldTest } from '../../document/where.ts';
import type { DiagnosticCode } from '../codes.ts';

export type Schema = z.core.$ZodType;

/** How a text of each form is written, as the end of "is not written as …". */
const forms = new Map<Schema, string>([
  [name, 'lower-case words joined by hyphens'],
  [nodeId, 'lower-case words joined by hyphens and dots'],
  [kindId, 'words joined by hyphens'],
  [fieldName, 'one word that begins with a lower-case letter'],
  [semver, 'a version such as `1.0.0`'],
  [termId, 'a term such as `2012-13/autumn`'],
  [ruleset.shape.vocabulary, 'a vocabulary and its version, such as `family@1`'],
  [schoolAge.shape.leavingYearFrom, 'a month and a day such as `09-01`'],
]);

export function formOf(schema: Schema): string {
  return forms.get(schema) ?? 'its place asks';
}

/** What an object of several possible forms is. */
const nouns = new Map<Schema, string>([
  [condition, 'a condition'],
  [fact, 'a fact'],
  [timeWindow, 'a window'],
  [relativeWindow, 'a window'],
  [reductionFact.shape.baseline, 'a baseline'],
  [anchor, 'an anchor'],
  [fieldTest, 'a test of a field'],
]);

export function nounOf(schema: Schema): string {
  return nouns.get(schema) ?? 'this';
}

export function isDay(schema: Schema): boolean {
  return schema === civilDay;
}

/** The code of a word that is not among the few allowed. */
export function codeOfWord(schema: Schema): DiagnosticCode {
  if (schema === operatorName) return 'unknown-operator';
  return schema === parameter ? 'unknown-unit' : 'not-allowed';
}

/** What a JSON value is, in the words of a message. */
export type JsonType = 'object' | 'list' | 'text' | 'number' | 'yes-no' | 'null' | 'nothing';

export function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'yes-no' : 'nothing';
}

export const typeWords: Readonly<Record<JsonType, string>> = {
  object: 'an object',
  list: 'a list',
  text: 'text',
  number: 'a number',
  'yes-no': '`true` or `false`',
  null: '`null`',
  nothing: 'nothing',
};
