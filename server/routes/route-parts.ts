import * as z from 'zod';
import { problemAnswer } from '../problem.ts';

export const always = { 401: problemAnswer('key-missing', 'key-wrong'), 500: problemAnswer('unexpected') };

export const withBody = {
  400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('content-type-unsupported'),
};
export const answer = <Form extends z.ZodType>(schema: Form, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const body = <Form extends z.ZodType>(schema: Form) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** A named form, or null: `nullable()` would say in the document that the null is one of the form too. */
export const orNull = <Form extends z.ZodType>(form: Form) => z.union([form, z.null()]);
