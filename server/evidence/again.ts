import type { Decision } from '../../engine/index.ts';
import { replayExported } from '../decisions/exported.ts';
import type { KeptRecord } from '../decisions/kept-record.ts';
import type { Replayed } from '../decisions/replay.ts';
import { evaluate } from '../library/evaluate.ts';
import type { Library, Version } from '../library/library.ts';
import { noProgrammeDocuments } from '../library/programme-documents.ts';
import type { Grounds } from './grounds.ts';

/** A kept decision, and the family it was made of where that is there. */
export interface Remade {
  readonly record: KeptRecord;
  readonly family: Readonly<Record<string, unknown>> | null;
}

/** What deciding again came to, and the decision in words where it could be made. */
export interface Again {
  readonly replayed: Replayed;
  readonly decided: Decision | null;
}

function libraryWith(version: Version | undefined): Library {
  const basis = { vocabularies: new Map(), calendars: new Map() };
  const rulesets = new Map(version === undefined ? [] : [[version.ruleset.id, [version]]]);
  return { basis, programme: noProgrammeDocuments, rulesets, releases: [] };
}

/** Makes a decision again on the documents of a pack. The words are said to be those of `build`. */
export function decidedAgain({ record, family }: Remade, grounds: Grounds, build: string): Again {
  const version = grounds.versionFor(record);
  const replayed = replayExported(libraryWith(version), { decision: record, family }, undefined);
  if (replayed.result === 'cannot-be-replayed' || version === undefined) return { replayed, decided: null };
  const { asOf, restateAttachment } = record;
  const question = { asOf, restateAttachment: restateAttachment ?? undefined, trace: 'full' } as const;
  const decided = evaluate(version, family, question);
  if (!decided.ok) throw new Error('invariant: a family that was decided again can be read');
  return { replayed, decided: { ...decided.value, engine: { ...decided.value.engine, build } } };
}
