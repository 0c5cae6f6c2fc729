import * as z from 'zod';
import { verdictsOnly } from '../../engine/index.ts';

const hash = z.string();

/** A kept decision as the API, an export and an evidence pack give it. */
export const keptRecord = z
  .strictObject({
    record: z.string(),
    id: hash.nullable().meta({ description: 'The id of the decision; null once erased.' }),
    authority: z.string(),
    who: z.string().meta({ description: 'Who asked: `person:<id>`, `key:<id>` or `open`.' }),
    at: z.string(),
    ruleset: z.strictObject({ id: z.string(), version: z.string(), hash }),
    vocabularyHash: hash,
    familyVocabularyHash: hash,
    calendarHashes: z.record(z.string(), hash),
    asOf: z.iso.date(),
    restateAttachment: z.iso.date().nullable(),
    engine: z.strictObject({ semantics: z.int(), build: z.string() }),
    family: z.strictObject({ id: z.string().nullable(), held: z.enum(['family', 'withheld', 'erased']) }),
    answer: verdictsOnly,
    trace: z.strictObject({ asked: z.string(), places: z.string(), rest: z.string(), digest: z.string() }),
    supersedes: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'KeptDecision' });
export type KeptRecord = z.infer<typeof keptRecord>;
