import * as z from 'zod';

/** The keys without which an object is not of this form. */
function neededBy(form: z.ZodObject): readonly string[] {
  return Object.keys(form.shape).filter((key) => !(form.shape[key] instanceof z.ZodOptional));
}

const Forms = z.core.$constructor<z.ZodUnion>('Forms', (inst, def) => {
  z.ZodUnion.init(inst, def);
  const tryAll = inst._zod.parse.bind(inst._zod);
  const forms = def.options
    .filter((option) => option instanceof z.ZodObject)
    .map((form) => ({ form, needed: neededBy(form) }));
  inst._zod.parse = (payload, context) => {
    const value: unknown = payload.value;
    if (typeof value !== 'object' || value === null) return tryAll(payload, context);
    const [only, ...others] = forms.filter(({ needed }) => needed.every((key) => Object.hasOwn(value, key)));
    return only === undefined || others.length > 0
      ? tryAll(payload, context)
      : only.form._zod.run(payload, context);
  };
});

/**
 * A union that takes and refuses what `z.union` does, of which no alternative but a form (an object of known keys) takes
 * an object. An object that has all that one form needs is read as that form, and no other is tried: to try a dozen at
 * every place was most of the time it took to read a ruleset.
 */
export function forms<const Options extends readonly z.core.SomeType[]>(
  options: Options,
): z.ZodUnion<Options> {
  // because zod types what it constructs for schemas in general, and a union by what it was given
  const general = options as unknown as readonly z.ZodType[];
  return new Forms({ type: 'union', options: general }) as unknown as z.ZodUnion<Options>;
}
