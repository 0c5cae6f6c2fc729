import * as z from 'zod';

const member = z.object({
  id: z.string(),
  role: z.string(),
  dateOfBirth: z.string().nullish(),
  resident: z.boolean().nullish(),
  joinedOn: z.string().nullish(),
  leftOn: z.string().nullish(),
});
export type RawMember = z.infer<typeof member>;

const record = z.record(z.string(), z.unknown());
export type RawRecord = z.infer<typeof record>;

const claim = z.object({
  programme: z.string(),
  phase: z.number(),
  payment: z.string(),
  on: z.string(),
  pence: z.number(),
  localAuthority: z.string().nullish(),
});

const override = z.object({
  outcome: z.string(),
  part: z.string().nullish(),
  verdict: z.enum(['met', 'not-met', 'unknown', 'not-applicable']),
  role: z.string(),
  on: z.string(),
});
export type RawOverride = z.infer<typeof override>;

/** A family as the file gives it: days are text, and what is absent stays absent. */
export const rawFamily = z.object({
  localAuthority: z.string(),
  attachedOn: z.string().nullish(),
  closedOn: z.string().nullish(),
  members: z.array(member),
  records: z.record(z.string(), z.array(record).nullish()),
  coverage: z
    .record(
      z.string(),
      z
        .array(z.object({ from: z.string(), to: z.string().nullish(), member: z.string().nullish() }))
        .nullish(),
    )
    .nullish(),
  claims: z.array(claim).nullish(),
  overrides: z.array(override).nullish(),
});
export type RawFamily = z.infer<typeof rawFamily>;
