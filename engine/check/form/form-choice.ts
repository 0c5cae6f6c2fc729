import * as z from 'zod';
import { isReserved } from '../../json-code.ts';
import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { nearest } from '../../suggest.ts';
import { either, finding, type Finding } from '../finding.ts';
import type { Schema } from './words.ts';

export type Form = z.ZodObject<z.core.$ZodShape>;
export type Fields = Readonly<Record<string, unknown>>;

/** Schemas never change, so what they need and offer is worked out once. */
const required = new WeakMap<Form, readonly string[]>();
const branches = new WeakMap<Schema, readonly Schema[]>();

function requiredKeys(form: Form): readonly string[] {
  const known = required.get(form);
  if (known !== undefined) return known;
  const keys = Object.keys(form.shape).filter((key) => !(form.shape[key] instanceof z.ZodOptional));
  required.set(form, keys);
  return keys;
}

export function missingKeys(form: Form, value: Fields): string[] {
  return requiredKeys(form).filter((key) => !Object.hasOwn(value, key));
}

/** Reserved keys are not among them: they are reported before any form is looked at. */
export function unknownKeys(form: Form, value: Fields): string[] {
  return Object.keys(value).filter((key) => !Object.hasOwn(form.shape, key) && !isReserved(key));
}

/** The key that says which form it is: the first that it needs. */
function leadOf(form: Form): string {
  return requiredKeys(form)[0] ?? '';
}

/** How badly a value fits a form: keys too many weigh more than keys too few. */
function strain(form: Form, value: Fields): number {
  return unknownKeys(form, value).length * 100 + missingKeys(form, value).length;
}

/** The keys that tell tied forms apart. */
function tellingKeys(forms: readonly Form[]): string[] {
  const needed = forms.map(requiredKeys);
  return [...new Set(needed.flat())].filter((key) => !needed.every((keys) => keys.includes(key)));
}

/** An object that is of no form, or of several: what to say of it. */
export interface Place {
  readonly value: Fields;
  readonly pointer: string;
  /** What it should have been: `a condition`. */
  readonly noun: string;
}

function unknownForm(forms: readonly Form[], { value, pointer, noun }: Place): Finding {
  const leads = [...new Set(forms.map(leadOf))];
  const needs = `${noun} needs ${leads.length > 1 ? 'one of the keys' : 'the key'} ${either(leads)}`;
  const known = new Set(forms.flatMap((form) => Object.keys(form.shape)));
  const odd = Object.keys(value)
    .filter((key) => !known.has(key))
    .toSorted();
  for (const key of odd) {
    const suggestion = nearest(key, leads);
    if (suggestion === undefined) continue;
    return finding('unknown-form', step(pointer, key), {
      message: `${quote(key)} says nothing here: ${needs}`,
      suggestion,
    });
  }
  return finding('unknown-form', pointer, { message: needs });
}

function undecided(tied: readonly Form[], { value, pointer, noun }: Place): Form | Finding {
  const telling = tellingKeys(tied);
  const present = telling.filter((key) => Object.hasOwn(value, key));
  if (present.length > 0) {
    const message = `${noun} cannot have ${quote(present[0] ?? '')} and ${quote(present[1] ?? '')} together`;
    return finding('several-forms', pointer, { message });
  }
  const meant = tied.find((form) => {
    const missing = missingKeys(form, value);
    return unknownKeys(form, value).some((key) => nearest(key, missing) !== undefined);
  });
  return (
    meant ?? finding('missing-key', pointer, { message: `one of the keys ${either(telling)} is missing` })
  );
}

/** The form that an object is meant to have, by the keys it has; otherwise the one thing to say of it. */
export function chosenForm(forms: readonly Form[], place: Place): Form | Finding {
  const led = forms.filter((form) => Object.hasOwn(place.value, leadOf(form)));
  const least = Math.min(...led.map((form) => strain(form, place.value)));
  const [first, ...rest] = led.filter((form) => strain(form, place.value) === least);
  if (first === undefined) return unknownForm(forms, place);
  return rest.length === 0 ? first : undecided([first, ...rest], place);
}

function laidOut(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy) return branchesOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return [...branchesOf(schema.unwrap()), z.null()];
  if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion)) {
    return schema.options.flatMap(branchesOf);
  }
  return [schema];
}

/** The schemas that one place offers, with alternatives of alternatives laid out flat. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const known = branches.get(schema) ?? laidOut(schema);
  branches.set(schema, known);
  return known;
}
