import * as z from 'zod';
import { editName, notAttributed } from '../comparison/attributed.ts';
import { edit, sharedIds, verdicts } from '../../engine/index.ts';

/** A verdict; null where a version has no such thing. */
export const verdictOrNone = z.enum(verdicts).nullable();

const moved = z.strictObject({
  path: z
    .string()
    .meta({ description: 'JSON Pointer with ids in place of positions: `/criteria/education/verdict`.' }),
  families: z.array(z.strictObject({ from: verdictOrNone, to: verdictOrNone, count: z.int() })),
});

const pounds = {
  leftDuePence: z.int(),
  rightDuePence: z.int(),
  leftPossiblePence: z.int(),
  rightPossiblePence: z.int(),
};

const explained = edit.pick({ kind: true, of: true, id: true, effect: true, was: true, now: true }).extend({
  edit: z.int().meta({ description: 'Its number, by which the families that it explains are asked for.' }),
  families: z.int().meta({ description: 'Changed families in one of whose causes it is.' }),
  duePence: z
    .int()
    .meta({ description: 'Its share of what all are due more or less; all shares make up the difference.' }),
  eligible: z.number().meta({ description: 'Its share of how many more or fewer are eligible.' }),
});

/** What a cohort comes to under two versions. */
export const jobPair = z
  .strictObject({
    left: z.int(),
    right: z.int(),
    families: z.int(),
    changed: z.int().meta({ description: 'Families of which the two versions say something different.' }),
    becameEligible: z.int(),
    stoppedEligible: z.int(),
    ...pounds,
    verdicts: z.array(moved),
    payments: z.array(
      z.strictObject({
        id: z.string(),
        ...pounds,
        families: z.int().meta({ description: 'Families of which the pence due of this payment differ.' }),
      }),
    ),
    shared: sharedIds,
    explained: z
      .strictObject({
        edits: z.array(explained).meta({ description: 'Those that explain most families first.' }),
        estimated: z.int().meta({ description: 'Families whose shares are estimated.' }),
        incomplete: z.int().meta({ description: 'Families of which not every cause was looked for.' }),
      })
      .optional()
      .meta({ description: 'Where causes were asked, of neighbouring versions.' }),
    ...notAttributed.partial().shape,
  })
  .meta({ id: 'JobPair' });
export type JobPair = z.infer<typeof jobPair>;

/** What a cohort comes to under one version. */
export const jobVersion = z
  .strictObject({
    position: z.int(),
    verdicts: z.array(
      z.strictObject({
        path: z.string(),
        families: z.array(z.strictObject({ verdict: verdictOrNone, count: z.int() })),
      }),
    ),
    duePence: z.int(),
    possiblePence: z.int(),
    payments: z.array(z.strictObject({ id: z.string(), duePence: z.int(), possiblePence: z.int() })),
  })
  .meta({ id: 'JobVersion' });
export type JobVersion = z.infer<typeof jobVersion>;

export const jobResults = z
  .strictObject({
    job: z.string(),
    families: z.int().meta({ description: 'Families that were decided.' }),
    wrong: z.int().meta({
      description: 'Families that could not be decided under every version: they count nowhere else.',
    }),
    erased: z.int().meta({ description: 'Families that were erased since: they count nowhere any more.' }),
    versions: z.array(jobVersion),
    pairs: z.array(jobPair).meta({ description: 'Neighbouring versions, or the two that were asked for.' }),
  })
  .meta({ id: 'JobResults' });
export type JobResults = z.infer<typeof jobResults>;

/** What one family is told differently under two versions. */
export const jobFamily = z
  .strictObject({
    family: z.string(),
    changed: z.boolean(),
    changes: z
      .array(z.strictObject({ path: z.string(), from: verdictOrNone, to: verdictOrNone }))
      .meta({ description: 'Verdicts of criteria, eligibility and outcomes.' }),
    ...pounds,
    payments: z
      .array(z.strictObject({ id: z.string(), ...pounds }))
      .meta({ description: 'Those of which the pence differ.' }),
    edits: z
      .array(editName.extend({ edit: z.int() }))
      .optional()
      .meta({
        description: 'The edits in the causes of what changes, where causes were asked and could be found.',
      }),
    wrong: z
      .strictObject({
        problem: z.string().meta({ description: 'The name of its problem in the catalogue.' }),
        places: z.array(z.string()),
      })
      .optional()
      .meta({ description: 'Why it could not be decided.' }),
  })
  .meta({ id: 'JobFamily' });
export type JobFamily = z.infer<typeof jobFamily>;
