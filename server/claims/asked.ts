import * as z from 'zod';
import { selector } from '../library/selector.ts';
import { requestDay } from '../request-day.ts';
import { becoming } from './becoming.ts';
import { claimRisk } from './sampled.ts';

export const id = z.string().min(1).max(100);
export const reason = z.string().trim().min(1).max(1000);

export const runAsked = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    ruleset: selector.meta({ description: 'A version that is in force on `asOf`.' }),
    asOf: requestDay.meta({ description: 'The day of its claims, in a claim window.' }),
    cohort: id.optional().meta({
      description: 'A cohort that is `whole`. Without one, families are sent one at a time.',
    }),
  })
  .meta({ id: 'ClaimRunAsked' });

export const sampleAsked = z
  .strictObject({
    seed: z.string().min(1).max(200),
    percent: z.number().min(0).max(100).default(10),
    minimum: z.int().min(1).max(100_000).default(1),
    risks: z.array(claimRisk).max(50).default([]).meta({
      description:
        'A claim weighs 1, and so much more for each of these verdicts that the decision behind it has: of a criterion, route, outcome, part (`outcome.part`), payment or `eligibility`. Who weighs twice as much is drawn about twice as soon.',
    }),
  })
  .meta({ id: 'ClaimSampleAsked' });

export const submissionAsked = z.strictObject({ on: requestDay }).meta({ id: 'ClaimSubmission' });

export const withdrawalAsked = z.strictObject({ reason }).meta({ id: 'ClaimRunWithdrawal' });

/** Something that becomes of a claim. */
export const eventAsked = z.strictObject({
  claim: id,
  event: z.enum(becoming),
  on: requestDay,
  pence: z.int().min(1).max(1_000_000_000).optional().meta({ description: 'Of `paid` and `clawed-back`.' }),
  reason: reason
    .optional()
    .meta({ description: 'Wanted of `audit-failed`, `queried`, `clawed-back` and `withdrawn`.' }),
});

/** Events that one list has at most. */
export const MOST_EVENTS = 1000;

export const eventsAsked = z.strictObject({ events: z.array(eventAsked).min(1).max(MOST_EVENTS) });

const audits = ['audit-passed', 'audit-failed'] as const;

/** What an audit says of a claim. */
export const auditAsked = eventAsked.omit({ pence: true }).extend({ event: z.enum(audits) });
