import * as z from 'zod';

export type Form = z.core.$ZodType;

/** What a form comes to: each of several, and of what may be left out, is null or has a default, the form itself. */
function formsIn(form: Form | undefined): Form[] {
  if (form === undefined) return [];
  if (form instanceof z.ZodUnion) return form.options.flatMap(formsIn);
  if (form instanceof z.ZodOptional || form instanceof z.ZodNullable || form instanceof z.ZodLazy)
    return formsIn(form.unwrap());
  if (form instanceof z.ZodDefault) return formsIn(form.unwrap());
  return form instanceof z.ZodPipe ? formsIn(form.in) : [form];
}

function partOf(form: Form, key: PropertyKey): Form | undefined {
  if (form instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Form>> = form.shape;
    return Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
  }
  if (form instanceof z.ZodArray) return form.element;
  return form instanceof z.ZodRecord ? form.valueType : undefined;
}

/** The keys that an object can have at a place of a form: those of every form that it may be of. None where it is not known. */
export function keysAt(form: Form | undefined, path: readonly PropertyKey[]): string[] {
  let forms = formsIn(form);
  for (const key of path) forms = forms.flatMap((one) => formsIn(partOf(one, key)));
  return forms.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}
