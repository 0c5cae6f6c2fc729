import * as z from 'zod';
import { isReserved } from '../../json-code.ts';
import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { nearest } from '../../suggest.ts';
import { either, finding, type Finding } from '../finding.ts';
import { branchesOf, chosenForm, missingKeys, unknownKeys, type Fields, type Form } from './form-choice.ts';
import { leafMisfits, notAllowed, typesOf, wrongType } from './leaf.ts';
import { nounOf, typeOf, type Schema } from './words.ts';

function isFields(value: unknown): value is Fields {
  return typeOf(value) === 'object';
}

function unknownKey(
  form: Form,
  key: string,
  place: { candidates: readonly string[]; pointer: string },
): Finding {
  const pointer = step(place.pointer, key);
  if (key === 'path' && Object.hasOwn(form.shape, 'fact')) {
    return finding('path-expression', pointer, {
      message: '`path` is a path expression, and facts are declared by name',
    });
  }
  const message = `no key is named ${quote(key)} here`;
  return finding('unknown-key', pointer, { message, suggestion: nearest(key, place.candidates) });
}

/** A key that is near a missing one stands for it: one slip, one finding. */
function keyMisfits(form: Form, value: Fields, pointer: string): Finding[] {
  const missing = missingKeys(form, value);
  const absent = Object.keys(form.shape).filter((key) => !Object.hasOwn(value, key));
  const unknown = unknownKeys(form, value);
  const meant = new Set(unknown.map((key) => nearest(key, missing)));
  return [
    ...unknown.map((key) => {
      const candidates = nearest(key, missing) === undefined ? absent : missing;
      return unknownKey(form, key, { candidates, pointer });
    }),
    ...missing
      .filter((key) => !meant.has(key))
      .map((key) => finding('missing-key', pointer, { message: `the key ${quote(key)} is missing` })),
  ];
}

function objectMisfits(form: Form, value: Fields, pointer: string): Finding[] {
  const parts = Object.entries(form.shape).filter(([key]) => Object.hasOwn(value, key));
  return [
    ...keyMisfits(form, value, pointer),
    ...parts.flatMap(([key, schema]) => partMisfits(schema, value[key], step(pointer, key))),
  ];
}

/** An optional part may also be `undefined`, which JSON cannot say. */
function partMisfits(schema: Schema, value: unknown, pointer: string): Finding[] {
  return value === undefined && schema instanceof z.ZodOptional ? [] : misfits(schema, value, pointer);
}

function recordMisfits(record: z.ZodRecord, value: Fields, pointer: string): Finding[] {
  return Object.entries(value)
    .filter(([key]) => !isReserved(key))
    .flatMap(([key, inner]) => [
      ...leafMisfits(record.keyType, key, step(pointer, key)),
      ...misfits(record.valueType, inner, step(pointer, key)),
    ]);
}

function lengthMisfits(list: z.ZodArray, value: readonly unknown[], pointer: string): Finding[] {
  return (list.def.checks ?? []).flatMap((check) => {
    if (check instanceof z.core.$ZodCheckMinLength && value.length < check._zod.def.minimum) {
      return [
        finding('empty-list', pointer, { message: `this list needs at least ${check._zod.def.minimum}` }),
      ];
    }
    if (check instanceof z.core.$ZodCheckMaxLength && value.length > check._zod.def.maximum) {
      return [finding('too-many', pointer, { message: `this list takes at most ${check._zod.def.maximum}` })];
    }
    return [];
  });
}

function listMisfits(list: z.ZodArray, value: readonly unknown[], pointer: string): Finding[] {
  return [
    ...lengthMisfits(list, value, pointer),
    ...value.flatMap((inner, at) => misfits(list.element, inner, step(pointer, at))),
  ];
}

function wordsOf(schema: Schema | undefined): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  return schema instanceof z.ZodLiteral ? [...schema.values] : [];
}

/** An object whose form is named by the word under one key. */
function taggedMisfits(schema: z.ZodDiscriminatedUnion, value: Fields, pointer: string): Finding[] {
  const tag = schema.def.discriminator;
  const forms: Form[] = schema.options.filter((option) => option instanceof z.ZodObject);
  const words = forms.flatMap((form) => wordsOf(form.shape[tag]));
  if (!Object.hasOwn(value, tag)) {
    const known = new Set(forms.flatMap((form) => Object.keys(form.shape)));
    const slip = Object.keys(value).filter((key) => !known.has(key) && nearest(key, [tag]) !== undefined);
    const message = `the key ${quote(tag)} is missing, which can be ${either(words.map(String))}`;
    if (slip.length === 0) return [finding('missing-key', pointer, { message })];
    return slip.map((key) =>
      finding('unknown-key', step(pointer, key), {
        message: `no key is named ${quote(key)} here`,
        suggestion: tag,
      }),
    );
  }
  const said = value[tag];
  const form = forms.find((one) => wordsOf(one.shape[tag]).includes(said));
  if (form !== undefined) return objectMisfits(form, value, pointer);
  const place = step(pointer, tag);
  return [
    typeof said === 'string'
      ? notAllowed(said, { schema, words, pointer: place })
      : wrongType(said, ['text'], place),
  ];
}

function wordMisfits(branches: readonly Schema[], value: unknown, pointer: string): Finding[] {
  const words = branches.flatMap(wordsOf);
  const [schema] = branches;
  if (schema === undefined || words.includes(value)) return [];
  return [notAllowed(value, { schema, words, pointer })];
}

function oneOf(
  branches: readonly Schema[],
  place: { noun: string; value: unknown; pointer: string },
): Finding[] {
  const { noun, value, pointer } = place;
  const fitting = branches.filter((branch) => typesOf(branch).includes(typeOf(value)));
  const [only] = fitting;
  if (only === undefined) return [wrongType(value, branches.flatMap(typesOf), pointer)];
  if (isFields(value)) {
    const forms = fitting.filter((branch) => branch instanceof z.ZodObject);
    const choice = chosenForm(forms, { value, pointer, noun });
    return choice instanceof z.ZodObject ? objectMisfits(choice, value, pointer) : [choice];
  }
  if (fitting.every((branch) => wordsOf(branch).length > 0)) return wordMisfits(fitting, value, pointer);
  return misfits(only, value, pointer);
}

/**
 * Everything in which a JSON value does not have the form that a schema asks for, each slip once and at its place.
 * Of alternatives only the one that the author meant is looked at, so the time taken grows with the value alone.
 */
export function misfits(schema: Schema, value: unknown, pointer: string): Finding[] {
  if (schema instanceof z.ZodLazy) return misfits(schema.unwrap(), value, pointer);
  if (schema instanceof z.ZodOptional) return misfits(schema.unwrap(), value, pointer);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return isFields(value) ? taggedMisfits(schema, value, pointer) : [wrongType(value, ['object'], pointer)];
  }
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodNullable) {
    return oneOf(branchesOf(schema), { noun: nounOf(schema), value, pointer });
  }
  if (schema instanceof z.ZodObject && isFields(value)) return objectMisfits(schema, value, pointer);
  if (schema instanceof z.ZodRecord && isFields(value)) return recordMisfits(schema, value, pointer);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return listMisfits(schema, value, pointer);
  return leafMisfits(schema, value, pointer);
}
