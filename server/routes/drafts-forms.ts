import * as z from 'zod';
import { edit } from '../../engine/index.ts';
import {
  approval,
  draftKinds,
  expectedImpact,
  foundImpact,
  origin,
  submission,
} from '../governance/draft.ts';
import { contentKinds } from '../library/content-kinds.ts';
import { draftStates } from '../governance/states.ts';
import { impactStates } from '../impact/weighed.ts';
import { jobDocument } from '../jobs/document.ts';
import { finding } from '../problem.ts';
import { orNull } from './route-parts.ts';

const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80);
const words = z.string().min(1).max(400);
const number = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9a-z]+(\.[0-9a-z]+)*)?$/)
  .max(40);
export const day = z.iso.date();
const hash = z.string().max(80);
const text = z
  .string()
  .refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'has a character that no text can keep')
  .meta({ description: 'JSON as it is being written; it need not be whole.' });
export const someone = z.strictObject({ actor: z.string(), name: z.string() }).meta({ id: 'Someone' });

const draftFields = {
  id: z.string(),
  kind: z.enum(draftKinds),
  name: z.string(),
  authority: z.string(),
  state: z.enum(draftStates),
  revision: z.int().meta({ description: 'Also the `ETag`, in quotation marks.' }),
  basedOn: orNull(origin),
  submission: orNull(submission),
  approval: orNull(approval),
  createdAt: z.string(),
  createdBy: someone,
  updatedAt: z.string(),
};
export const draftSummary = z.strictObject(draftFields).meta({ id: 'DraftSummary' });
const placedFinding = finding
  .extend({ file: z.enum(['document', 'cases']), severity: z.enum(['error', 'warning']) })
  .meta({ id: 'DraftFinding' });
export const draft = z
  .strictObject({
    ...draftFields,
    document: z.string(),
    cases: z.string().nullable(),
    findings: z.array(placedFinding),
  })
  .meta({ id: 'Draft' });

export const revisionFields = {
  revision: z.int(),
  over: z.int().meta({ description: 'The revision it was written over; 0 for the first.' }),
  counts: z.boolean().meta({ description: 'Not where another was saved in between.' }),
  by: someone,
  at: z.string(),
};
export const event = z
  .strictObject({
    at: z.string(),
    by: someone,
    event: z.string(),
    version: z.string().nullable(),
    draft: z.string().nullable(),
    hash: z.string().nullable(),
    reason: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'HistoryEvent' });
export const against = z
  .strictObject({ id: z.string(), version: z.string(), edits: z.array(edit) })
  .nullable();
export const checks = z
  .strictObject({
    revision: z.int(),
    passes: z.boolean().meta({ description: 'Nothing stands against submitting it.' }),
    hash: z.string().nullable().meta({ description: 'What would be approved; null where it has errors.' }),
    proposedVersion: z.string().nullable(),
    findings: z.array(placedFinding),
    cases: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        passed: z.boolean(),
        differences: z.array(
          z.strictObject({ path: z.string(), expected: z.unknown(), actual: z.unknown() }),
        ),
        findings: z.array(finding),
      }),
    ),
    changes: against.meta({ description: 'What it changes of the version it was made from.' }),
    overlay: against.meta({ description: 'What it changes of the national version it is laid over.' }),
  })
  .meta({ id: 'DraftChecks' });

export const beginning = z
  .union([
    z.strictObject({
      new: z.strictObject({ kind: z.enum(draftKinds), id: name, title: words, jurisdiction: words }),
    }),
    z.strictObject({ version: z.strictObject({ id: name, version: number }) }),
    z.strictObject({
      fork: z.strictObject({
        id: name,
        version: number,
        as: z.strictObject({ id: name, title: words, jurisdiction: words }),
      }),
    }),
    z.strictObject({
      content: z.strictObject({
        kind: z.enum(contentKinds),
        id: z.string().max(125),
        hash: hash.optional(),
      }),
    }),
  ])
  .meta({ id: 'DraftBeginning' });
export const saving = z
  .strictObject({ document: text, cases: text.nullable().default(null) })
  .meta({ id: 'DraftTexts' });
/** A band is of a cohort on a day, and a cohort is named for the sake of a band. */
const statedImpact = expectedImpact.superRefine(({ cohort, asOf, families, pence }, context) => {
  const isStated = families !== undefined || pence !== undefined;
  const missing = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (isStated && cohort === undefined) missing('cohort', 'the cohort that the band is of is wanted here');
  if (isStated && asOf === undefined) missing('asOf', 'the day that the band is of is wanted here');
  if (!isStated && (cohort !== undefined || asOf !== undefined))
    missing('families', 'how many more families or pence are expected is wanted here');
});

export const submitting = z
  .strictObject({ version: number.optional(), expectedImpact: statedImpact.optional() })
  .meta({ id: 'Submitting' });
export const impact = z
  .strictObject({
    state: z.enum(impactStates).meta({
      description:
        'Whether what was found lies in every band, both ends included. An approval of what is `outside` or `not-weighed` takes a reason, and of what is being weighed there is none.',
    }),
    expected: orNull(expectedImpact),
    found: orNull(foundImpact),
    job: orNull(jobDocument).meta({ description: 'The comparison: its results name every family.' }),
  })
  .meta({ id: 'DraftImpact' });
export const approving = z
  .strictObject({ hash, outOfBand: z.boolean().default(false), reason: words.optional() })
  .meta({ id: 'Approving' });
export const reasoned = z.strictObject({ reason: words }).meta({ id: 'Reason' });
export const releasing = z
  .strictObject({ from: day, to: day.optional(), reason: words.optional() })
  .refine(({ from, to }) => to === undefined || from < to, {
    path: ['to'],
    message: 'a day after `from` is wanted here',
  })
  .meta({ id: 'Releasing' });
export const withdrawing = z.strictObject({ from: day, reason: words }).meta({ id: 'Withdrawing' });
