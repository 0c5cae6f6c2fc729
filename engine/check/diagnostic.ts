import * as z from 'zod';

export const severity = z.enum(['error', 'warning']);

/** One finding about a document: a stable code, the place, one sentence, and what was perhaps meant. */
export const diagnostic = z.strictObject({
  code: z.string(),
  severity,
  /** RFC 6901 JSON Pointer into the document; empty for the whole of it. */
  pointer: z.string(),
  message: z.string(),
  suggestion: z.string().optional(),
  /** Line and column from 1, where the text itself is at fault. */
  line: z.int().optional(),
  column: z.int().optional(),
});
export type Diagnostic = z.infer<typeof diagnostic>;
