import * as z from 'zod';
import { label, name } from './names.ts';

/** How far a statement can be trusted to be the programme's rule (`sourced` read, `derived` by arithmetic, `unverified` believed, `disputed`). */
export const standing = z.enum(['sourced', 'derived', 'unverified', 'disputed']);
export type Standing = z.infer<typeof standing>;

/** Where a rule or a number comes from: an entry of the document's `sources`, a place in it, and how sure we are. */
export const source = z.strictObject({
  ref: name,
  /** Paragraph, page or row; absent where the whole source is meant. */
  at: z.string().min(1).max(120).optional(),
  standing,
  note: label.optional(),
});
export type Source = z.infer<typeof source>;

/** One entry of a document's `sources`. */
export const sourceDocument = z.strictObject({
  title: label,
  publisher: label.optional(),
  /** The day or month of publication as printed. */
  date: z.string().max(40).optional(),
  /** File name of a seed document. */
  document: z.string().max(200).optional(),
  href: z.string().max(400).optional(),
});

export const sources = z.record(name, sourceDocument);
