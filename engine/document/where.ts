import * as z from 'zod';
import { fieldName, kindId } from './names.ts';
import { parameterReference } from './parameter.ts';

/** What a field must be: this value, one of these, one of a `kinds` parameter's, or `null` for known to have none. */
export const fieldTest = z.union([
  z.boolean(),
  z.null(),
  kindId,
  z.array(kindId).min(1),
  parameterReference,
  z.strictObject({ not: z.union([kindId, z.array(kindId).min(1), parameterReference]) }),
]);
export type FieldTest = z.infer<typeof fieldTest>;

/** Every field named must hold; a record whose optional field is absent may or may not count. */
export const where = z.record(fieldName, fieldTest);
export type Where = z.infer<typeof where>;
