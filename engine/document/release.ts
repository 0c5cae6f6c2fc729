import * as z from 'zod';
import { civilDay, label, name, semver } from './names.ts';
import { source, sources } from './source.ts';

/**
 * A version put in force from a day: `to` is the first day it no longer is, absent until something ends it. With
 * `withdraws` it ends those of its version that are listed before it: from `from` on they are in force no more.
 */
export const release = z.strictObject({
  ruleset: name,
  version: semver,
  withdraws: z.literal(true).optional(),
  from: civilDay,
  to: civilDay.optional(),
  /** The day the release was recorded, for what was known when; the same as `from` where absent. */
  recordedOn: civilDay.optional(),
  source,
  note: label.optional(),
});
export type Release = z.infer<typeof release>;

/** `rulesets/releases.json`. */
export const releases = z.strictObject({
  $schema: z.string().optional(),
  sources,
  releases: z.array(release),
});
