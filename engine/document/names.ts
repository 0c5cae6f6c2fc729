import * as z from 'zod';

/** Lower-case words joined by hyphens: the form of every id a policy lead gives. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80);

/** A place in a rule: names joined by dots, such as `education.exclusions`. Kept across versions, never reused. */
export const nodeId = z
  .string()
  .regex(/^[a-z][a-z0-9]*([-.][a-z0-9]+)*$/)
  .max(160);

/** A value a record's kind may take, such as `JSA` or `fixed-term`. */
export const kindId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/)
  .max(80);

/** A field of a record, such as `becauseExcluded`. */
export const fieldName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(60);

/** `1.0.0`, or `1.0.0-preview.1`: https://semver.org, without build metadata. */
export const semver = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9a-z]+(\.[0-9a-z]+)*)?$/)
  .max(40);

/** A civil day, `YYYY-MM-DD`. A day that does not exist, such as 30 February, is refused. */
export const civilDay = z.iso.date();

/** `<academic year>/<term>`, such as `2012-13/autumn`. */
export const termId = z.string().regex(/^\d{4}-\d{2}\/(autumn|spring|summer)$/);

/** What a reader sees: one line of plain English. */
export const label = z.string().min(1).max(400);
