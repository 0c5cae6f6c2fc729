import * as z from 'zod';
import { verdictsOnly } from '../../engine/index.ts';
import type { KeptDecision } from './find.ts';

const hashes = z.record(z.string(), z.string());

function heldOf({ family, familyDocument }: KeptDecision): 'family' | 'withheld' | 'erased' {
  if (family === null) return 'erased';
  return familyDocument === null ? 'withheld' : 'family';
}

/** A kept decision as the API and an export give it. */
export function shownRecord(kept: KeptDecision) {
  const { authority, who, at, vocabularyHash, familyVocabularyHash, asOf, restateAttachment } = kept;
  return {
    record: kept.id,
    id: kept.contentId,
    ...{ authority, who, at },
    ruleset: { id: kept.ruleset, version: kept.version, hash: kept.versionHash },
    ...{ vocabularyHash, familyVocabularyHash },
    calendarHashes: hashes.parse(JSON.parse(kept.calendarHashes)),
    ...{ asOf, restateAttachment },
    engine: { semantics: kept.semantics, build: kept.build },
    family: { id: kept.family, held: heldOf(kept) },
    answer: verdictsOnly.parse(JSON.parse(kept.answer)),
    trace: { asked: kept.trace, places: kept.places, rest: kept.rest, digest: kept.traceDigest },
    supersedes: kept.supersedes,
    note: kept.note,
  };
}
