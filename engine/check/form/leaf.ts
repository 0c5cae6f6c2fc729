import * as z from 'zod';
import { quote } from '../../quote.ts';
import { nearest } from '../../suggest.ts';
import { parseDay } from '../../time/civil-date.ts';
import { either, finding, type Finding } from '../finding.ts';
import { codeOfWord, formOf, isDay, typeOf, typeWords, type JsonType, type Schema } from './words.ts';

/** `types` are those that the place takes. */
export function wrongType(value: unknown, types: readonly JsonType[], pointer: string): Finding {
  const wanted = [...new Set(types)].map((type) => typeWords[type]).join(' or ');
  return finding('wrong-type', pointer, {
    message: `${typeWords[typeOf(value)]} stands where ${wanted} is needed`,
  });
}

/** A word that is not one of the few its place takes. */
export function notAllowed(
  word: unknown,
  place: { schema: Schema; words: readonly unknown[]; pointer: string },
): Finding {
  const words = place.words.map(String);
  const said = typeof word === 'string' ? word : JSON.stringify(word);
  const suggestion = nearest(said, words);
  const message = `${quote(said)} is not ${words.length > 1 ? 'one of ' : ''}${either(words)}`;
  return finding(codeOfWord(place.schema), place.pointer, { message, suggestion });
}

function badText(schema: Schema, value: string, pointer: string): Finding {
  if (value.startsWith('$')) {
    const message = `${quote(value)} is a path expression, and only a declared name can stand here`;
    return finding('path-expression', pointer, { message });
  }
  return finding('bad-form', pointer, { message: `${quote(value)} is not written as ${formOf(schema)}` });
}

function outOfRange(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  value: unknown,
  pointer: string,
): Finding {
  if (typeof value === 'string') {
    if (issue.code === 'too_small') return finding('empty-text', pointer, { message: 'this text is empty' });
    const message = `this text has ${value.length} characters, and at most ${String(issue.maximum)} are taken`;
    return finding('too-long', pointer, { message });
  }
  const [word, bound] =
    issue.code === 'too_small'
      ? [issue.inclusive === false ? 'more than' : 'at least', issue.minimum]
      : ['at most', issue.maximum];
  return finding('out-of-range', pointer, {
    message: `\`${String(value)}\` is not ${word} ${String(bound)}`,
  });
}

function misfit(
  schema: Schema,
  value: unknown,
  place: { issue: z.core.$ZodIssue; pointer: string },
): Finding {
  const { issue, pointer } = place;
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return outOfRange(issue, value, pointer);
    case 'invalid_format':
      return badText(schema, String(value), pointer);
    case 'not_multiple_of':
      return finding('too-precise', pointer, { message: `\`${String(value)}\` has more than two decimals` });
    case 'invalid_type':
      if (issue.expected === 'int')
        return finding('not-whole', pointer, { message: `\`${String(value)}\` is not a whole number` });
      return finding('out-of-range', pointer, {
        message: `\`${String(value)}\` is not a number that can be compared`,
      });
    case 'invalid_value':
      return notAllowed(value, { schema, words: issue.values, pointer });
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'unrecognized_keys':
      return finding('bad-form', pointer, { message: 'this is not what its place takes' });
  }
}

/** The JSON types that a schema without parts takes. */
export function typesOf(schema: Schema): JsonType[] {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return ['object'];
  if (schema instanceof z.ZodArray) return ['list'];
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return ['text'];
  if (schema instanceof z.ZodNumber) return ['number'];
  if (schema instanceof z.ZodBoolean) return ['yes-no'];
  if (schema instanceof z.ZodNull) return ['null'];
  if (schema instanceof z.ZodEnum) return ['text'];
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(typeOf);
  return [];
}

/** What is wrong with a value that has no parts: the first thing only. */
export function leafMisfits(schema: Schema, value: unknown, pointer: string): Finding[] {
  const types = typesOf(schema);
  if (types.length > 0 && !types.includes(typeOf(value))) return [wrongType(value, types, pointer)];
  if (isDay(schema) && typeof value === 'string') {
    if (parseDay(value) !== undefined) return [];
    return [
      finding('not-a-day', pointer, {
        message: `${quote(value)} is not a day that exists, written \`YYYY-MM-DD\``,
      }),
    ];
  }
  const issue = z.safeParse(schema, value).error?.issues[0];
  return issue === undefined ? [] : [misfit(schema, value, { issue, pointer })];
}
