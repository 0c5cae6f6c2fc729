import * as z from 'zod';
import { civilDay, kindId, label, name } from './names.ts';
import { source } from './source.ts';

/** A whole number, or one with at most two decimals: compared exactly, as hundredths. */
const percent = z.number().min(0).max(1000).multipleOf(0.01);
const whole = z.int().nonnegative().max(1_000_000_000);

/** The day whose value applies: the day the part of the ruleset looks from (the default), the attachment day, or `asOf`. */
export const parameterDay = z.enum(['lookedFrom', 'attachedOn', 'asOf']);
export type ParameterDay = z.infer<typeof parameterDay>;

function parameterOf<U extends [string, ...string[]], V extends z.ZodType>(units: U, value: V) {
  return z.strictObject({
    label,
    unit: z.enum(units),
    /** One value for every day; a parameter has either this or `values`. */
    value: value.optional(),
    /** Values by day, ascending: each holds from its `from` until the next one's, or until its own `to` (first day outside). Before the first there is none. */
    values: z
      .array(z.strictObject({ from: civilDay, to: civilDay.optional(), value, source: source.optional() }))
      .min(1)
      .optional(),
    by: parameterDay.optional(),
    source,
    note: label.optional(),
  });
}

/** A number, list, amount or choice the policy may change, with its unit and its source. */
export const parameter = z.discriminatedUnion('unit', [
  parameterOf(['count', 'pence', 'days', 'weeks', 'months', 'terms', 'years'], whole),
  parameterOf(['percent'], percent),
  parameterOf(['yes-no'], z.boolean()),
  parameterOf(['kinds'], z.array(kindId).min(1)),
  parameterOf(['day'], civilDay),
  parameterOf(['choice'], name).extend({ choices: z.array(name).min(2) }),
]);
export type Parameter = z.infer<typeof parameter>;
export type Unit = Parameter['unit'];

export const parameterReference = z.strictObject({ parameter: name });
export type ParameterReference = z.infer<typeof parameterReference>;

/** A number written in place, or the parameter that holds it. */
export const number = z.union([whole, parameterReference]);
export const yesNo = z.union([z.boolean(), parameterReference]);
export const kinds = z.union([kindId, z.array(kindId).min(1), parameterReference]);
export type NumberValue = z.infer<typeof number>;
export type YesNoValue = z.infer<typeof yesNo>;
