import * as z from 'zod';
import { claimEvents, claimState, claimWindow } from '../../engine/programme.ts';
import { heldCodes } from './judge.ts';
import { frozenCohort } from './run.ts';
import { runSample } from './sampled.ts';

const count = z.int().min(0);
const somebody = z.strictObject({ actor: z.string(), name: z.string() });
const pence = z.int().min(0);

/** A run as the API gives it. */
export const claimRunDocument = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    authority: z.string(),
    state: z.enum(['proposing', 'proposed', 'submitted', 'withdrawn']),
    ruleset: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
    programme: z.string(),
    phase: z.int(),
    asOf: z.iso.date(),
    window: claimWindow,
    cohort: z
      .union([frozenCohort, z.null()])
      .meta({ description: 'As it was frozen; null where families are sent one at a time.' }),
    progress: z.strictObject({ done: count, of: z.int().min(0).nullable() }).meta({
      description: 'Families looked at, and how many there are; null where there is no cohort.',
    }),
    claims: count,
    held: count.meta({ description: 'Payments, or whole families, that were not proposed.' }),
    pence: pence.meta({ description: 'What its claims that were not withdrawn count for.' }),
    states: z.array(z.strictObject({ state: claimState, claims: count, pence })),
    sample: z.union([
      runSample.omit({ claims: true, weights: true }).extend({
        ...{ claims: count, judged: count, failed: count },
        left: count.meta({ description: 'Still to be judged.' }),
      }),
      z.null(),
    ]),
    createdAt: z.string(),
    createdBy: somebody,
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'ClaimRun' });
export type ClaimRunDocument = z.infer<typeof claimRunDocument>;

/** A claim as the API gives it. */
export const claimDocument = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    authority: z.string(),
    family: z.string().nullable().meta({ description: 'Null once erased.' }),
    programme: z.string(),
    phase: z.int(),
    payment: z.string(),
    kind: z.enum(['attachment', 'result']),
    pence,
    on: z.iso.date(),
    attachedOn: z.iso.date(),
    ruleset: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
    record: z.string().meta({ description: 'The kept decision that it is made of.' }),
    isSampled: z.boolean(),
    sampleWeight: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'What it weighed as the sample was drawn; null where it was not drawn.' }),
    state: claimState,
    audit: z.enum(['passed', 'failed']).nullable(),
    paidPence: pence,
    clawedBackPence: pence,
    countsPence: pence.meta({ description: 'What it counts for beside later claims.' }),
    events: z.array(
      z.strictObject({
        event: z.enum(claimEvents),
        on: z.iso.date(),
        pence: pence.optional(),
        reason: z.string().nullable(),
        at: z.string(),
        by: somebody,
      }),
    ),
  })
  .meta({ id: 'Claim' });
export type ClaimDocument = z.infer<typeof claimDocument>;

/** What a run did not propose, as the API gives it. */
export const heldDocument = z
  .strictObject({
    family: z.string().nullable(),
    payment: z.string().nullable().meta({ description: 'Null where it is the whole family.' }),
    code: z.enum(heldCodes),
    text: z.string(),
    claims: z.array(
      z.strictObject({
        id: z.string(),
        authority: z.string(),
        family: z.string().nullable().meta({ description: 'Null of another authority’s, and once erased.' }),
        phase: z.int(),
        payment: z.string(),
        on: z.iso.date(),
      }),
    ),
    mayBeApart: z.boolean().meta({ description: 'Whether a person may find them to be of another family.' }),
    isApart: z.boolean().meta({ description: 'Whether a person has found every one of them apart since.' }),
  })
  .meta({ id: 'HeldClaim' });
export type HeldDocument = z.infer<typeof heldDocument>;

const families = z.strictObject({ part: z.int().min(0), of: z.int().min(1) });
const sums = { claims: count, claimedPence: pence, paidPence: pence, clawedBackPence: pence };

/** What claims come to, as the API gives it. */
export const claimTotals = z
  .strictObject({
    groups: z.array(
      z.strictObject({
        programme: z.string(),
        phase: z.int(),
        attachedIn: z
          .string()
          .meta({ description: 'The financial year in which the families were attached.' }),
        kind: z.enum(['attachment', 'result']),
        payment: z.string(),
        ruleset: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
        eachPence: pence,
        ...sums,
        fundedClaims: families.meta({ description: 'An exact fraction: `part` of `of`.' }),
        fundedPence: pence,
      }),
    ),
    windows: z.array(z.strictObject({ window: claimWindow, ...sums })),
    grants: z
      .array(
        z.strictObject({
          ruleset: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
          id: z.string(),
          label: z.string(),
          each: z.enum(['year', 'programme']),
          asOf: z.iso.date().meta({ description: 'The day of the last claim under the version.' }),
          pence: pence.nullable().meta({ description: 'Null where none is in force on that day.' }),
        }),
      )
      .meta({
        description:
          'What the versions that claims are under pay an authority whatever its families achieve. It is never claimed here, and in no sum.',
      }),
    totals: z.strictObject({ ...sums, fundedPence: pence, withdrawn: count }),
  })
  .meta({ id: 'ClaimTotals' });
export type ClaimTotals = z.infer<typeof claimTotals>;
