import * as z from 'zod';
import { civilDay, label, name, termId } from './names.ts';
import { source, sources } from './source.ts';

/** `from` is the first day; `to` the first day outside. */
const span = { from: civilDay, to: civilDay };

/** One authority's school terms. A term that is not listed is unknown, not absent. */
export const calendar = z.strictObject({
  id: name,
  title: label,
  /** The families whose `localAuthority` is one of these use this calendar. Empty for a fallback. */
  authorities: z.array(z.string().min(1)),
  sources,
  terms: z
    .array(z.strictObject({ id: termId, ...span, halfTerm: z.strictObject(span).optional(), source }))
    .min(1),
});
export type Calendar = z.infer<typeof calendar>;
