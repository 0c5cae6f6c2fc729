import * as z from 'zod';
import { verdictsOnly } from '../../engine/index.ts';
import { decisionId } from '../library/evaluate.ts';
import type { Library } from '../library/library.ts';
import { answerText } from './keepable.ts';
import { type Family, type Obstacle, replay, type Replayed } from './replay.ts';

const shown = z.object({
  record: z.string(),
  id: z.string().nullable(),
  ruleset: z.object({ hash: z.string() }),
  familyVocabularyHash: z.string(),
  asOf: z.iso.date(),
  restateAttachment: z.iso.date().nullable(),
  engine: z.object({ semantics: z.int() }),
  answer: verdictsOnly,
  trace: z.object({ digest: z.string() }),
});
const exportedOne = z.object({
  decision: shown,
  family: z.record(z.string(), z.unknown()).nullable(),
});
export type ExportedDecision = z.infer<typeof exportedOne>;

/** What `GET /families/{id}/export` gives, or one decision of it with its family. */
export const exported = z.union([
  z.object({ kept: z.array(exportedOne) }).transform(({ kept }) => kept),
  exportedOne.transform((one) => [one]),
]);

/** The family of a decision that left the store without its key: told by the id of the decision, which covers it. */
function familyOf({ decision, family }: ExportedDecision, given: unknown): Family | Obstacle {
  const { id, asOf, restateAttachment } = decision;
  if (id === null) return 'family-erased';
  const document = given ?? family;
  if (document === null) return 'family-withheld';
  const question = { asOf, restateAttachment: restateAttachment ?? undefined, trace: 'none' } as const;
  return { document, isTheSame: (read, version) => decisionId(version, read, question) === id };
}

/** Makes a decision again that was exported; `given` is a family in place of the one beside it. */
export function replayExported(library: Library, one: ExportedDecision, given: unknown): Replayed {
  const { ruleset, familyVocabularyHash, asOf, restateAttachment, engine, answer, trace } = one.decision;
  const kept = {
    versionHash: ruleset.hash,
    semantics: engine.semantics,
    answer: answerText(answer),
    traceDigest: trace.digest,
    ...{ familyVocabularyHash, asOf, restateAttachment },
  };
  return replay(library, kept, familyOf(one, given));
}
