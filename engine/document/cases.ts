import * as z from 'zod';
import { forms } from './forms.ts';
import { verdicts } from '../verdict.ts';
import { civilDay, label, name, semver } from './names.ts';
import { source } from './source.ts';

const verdict = z.enum(verdicts);
const family = z.record(z.string(), z.unknown());

/** Only what is named here is compared; each is a whole verdict or amount. */
export const expectation = z.strictObject({
  criteria: z.record(name, verdict).optional(),
  eligibility: verdict.optional(),
  /** The first met route, or null for none. */
  route: name.nullable().optional(),
  routes: z.record(name, verdict).optional(),
  outcomes: z.record(name, verdict).optional(),
  /** Keyed `outcome.part`. */
  parts: z.record(z.string(), verdict).optional(),
  payments: z
    .record(
      name,
      z.strictObject({
        verdict: verdict.optional(),
        duePence: z.int().optional(),
        possiblePence: z.int().optional(),
        alreadyClaimedPence: z.int().optional(),
      }),
    )
    .optional(),
  totalDuePence: z.int().optional(),
  totalPossiblePence: z.int().optional(),
  /** Verdicts of any part of a rule; for one member, `education.exclusions@m2`. */
  nodes: z.record(z.string(), verdict).optional(),
  /** Reason codes that must be among those of a criterion, outcome or payment. */
  reasons: z.record(z.string(), z.array(z.string())).optional(),
  /** Missing data that must be named; `[]` asks that nothing is missing. */
  missing: z
    .array(
      z.strictObject({
        recordType: name.optional(),
        member: z.string().optional(),
        field: z.string().optional(),
        terms: z.array(z.string()).optional(),
        from: civilDay.optional(),
        to: civilDay.optional(),
      }),
    )
    .optional(),
});
export type Expectation = z.infer<typeof expectation>;

/** One case: a family on a day and what the ruleset must say of it. */
export const rulesetCase = z.strictObject({
  id: name,
  /** A sentence a policy owner would say. */
  name: label,
  source: source.optional(),
  asOf: civilDay,
  restateAttachment: civilDay.optional(),
  /** A family, or one of the file's `families` with values put at JSON Pointers (`null` there is a value; `remove` takes away). */
  given: forms([
    z.strictObject({
      use: name,
      set: z.record(z.string(), z.unknown()).optional(),
      remove: z.array(z.string()).optional(),
    }),
    z.strictObject({ family }),
  ]),
  expect: expectation,
});
export type RulesetCase = z.infer<typeof rulesetCase>;

/** The cases that ship with a ruleset version and gate its release. */
export const caseFile = z.strictObject({
  $schema: z.string().optional(),
  ruleset: name,
  version: semver,
  families: z.record(name, family),
  cases: z.array(rulesetCase).min(1),
});
export type CaseFile = z.infer<typeof caseFile>;
