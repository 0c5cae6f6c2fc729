import * as z from 'zod';
import { id } from '../claims/asked.ts';
import { problemAnswer } from '../problem.ts';

export const tagged = { tags: ['Claims'], security: [{ key: [] }] };
export const always = {
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};
export const withBody = {
  400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('content-type-unsupported'),
};
export const params = z.strictObject({ id: id.meta({ param: { name: 'id', in: 'path' } }) });
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number is wanted here')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `${String(least)} to ${String(most)} is wanted here`);
export const limit = whole(1, 500).default(100).meta({ type: 'integer' });
