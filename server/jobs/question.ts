import * as z from 'zod';

/** A version as it was when a job was asked. */
const askedVersion = z.strictObject({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  draft: z
    .string()
    .nullable()
    .meta({ description: 'The draft whose content it was then; null of a published version.' }),
  revision: z.int().nullable(),
});
export type AskedVersion = z.infer<typeof askedVersion>;

/** All that the answer of a job depends on. */
export const jobQuestion = z
  .strictObject({
    asOf: z.iso.date(),
    cohort: z.strictObject({
      id: z.string(),
      title: z.string(),
      hash: z.string().meta({ description: 'Of the cohort, over the hashes of its families.' }),
      families: z.int(),
    }),
    versions: z.array(askedVersion).meta({ description: 'Numbered from 0 in this order.' }),
    restateAttachment: z.iso
      .date()
      .nullable()
      .meta({ description: 'Under every version but the first, or under the only one.' }),
    causes: z.boolean(),
  })
  .meta({ id: 'JobQuestion' });
export type JobQuestion = z.infer<typeof jobQuestion>;

/** The attachment day that is restated under each version of a question, in its order. */
export function restatedOf({ versions, restateAttachment }: JobQuestion): (string | undefined)[] {
  return versions.map((_, at) =>
    at === 0 && versions.length > 1 ? undefined : (restateAttachment ?? undefined),
  );
}
