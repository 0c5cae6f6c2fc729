import { setImmediate } from 'node:timers/promises';
import {
  type Change,
  changesBetween,
  type Diagnostic,
  err,
  ok,
  readJson,
  type Result,
  verdictsOnly,
} from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { evaluateAgreed } from '../library/agreed.ts';
import { decisionId, type Question, traceLevels } from '../library/evaluate.ts';
import type { Library, Version } from '../library/library.ts';
import { readFamily } from '../library/read-family.ts';
import type { Writer } from '../store/writer.ts';
import { documentsOf, type KeptDecision } from './find.ts';
import type { Keeper, ToKeep } from './keeper.ts';
import { createQuery, type Cursor } from './query.ts';
import { versionOfHash } from './replay.ts';

/** Why a kept decision is left as it is. */
export const passedOver = {
  'family-withheld': 'its family was withheld',
  'family-erased': 'its family was erased',
  'family-unreadable': 'its family cannot be read with the vocabulary of the version',
  'other-ruleset': 'it was made under another ruleset than the one named',
  'version-missing': 'the version it was made under is not here',
  'decided-so-already': 'it was made of the same family, on the same day, under the same version',
  'engines-disagree': 'the two engines do not agree, so nothing is decided',
  'superseded-meanwhile': 'another decision stands in for it, or its family was erased, since it was read',
} as const;
export type PassedOver = keyof typeof passedOver;

/** What was wrong: something that decisions rest on, or a family. */
export type Wrong =
  | { readonly restsOn: string; readonly version: Version }
  /** Decided again under `version`, or each under the version it was made under. */
  | { readonly family: { readonly id: string }; readonly version: Version | undefined };

export interface Correction {
  readonly wrong: Wrong;
  readonly reason: string;
  readonly after: Cursor | undefined;
  readonly limit: number;
}

export interface Corrected {
  readonly decided: readonly {
    readonly was: string;
    readonly now: string;
    readonly changes: readonly Change[];
  }[];
  readonly skipped: readonly { readonly record: string; readonly why: PassedOver }[];
  readonly next: Cursor | undefined;
}

type Needs = Pick<Deps, 'store' | 'secondOpinion' | 'ids'> & {
  readonly library: Library;
  readonly keeper: Keeper;
  /** Told of each decision on which the engines do not agree. */
  readonly disagreed: (version: Version, places: readonly string[]) => void;
};

type Again = Result<ToKeep, PassedOver>;

function versionFor(
  kept: KeptDecision,
  { wrong }: Correction,
  library: Library,
): Result<Version, PassedOver> {
  const version = wrong.version ?? versionOfHash(library, kept.versionHash);
  if (version === undefined) return err('version-missing');
  return version.ruleset.id === kept.ruleset ? ok(version) : err('other-ruleset');
}

function documentFor(
  { family, familyDocument }: KeptDecision,
  { wrong }: Correction,
  texts: ReadonlyMap<string, string>,
): Result<unknown, PassedOver> {
  if (family === null) return err('family-erased');
  if ('family' in wrong) return ok(wrong.family);
  if (familyDocument === null) return err('family-withheld');
  const text = texts.get(familyDocument);
  if (text === undefined) return err('family-erased');
  const read = readJson(text);
  return read.ok ? read : err('family-unreadable');
}

function questionOf({ asOf, restateAttachment, trace }: KeptDecision): Question {
  const level = traceLevels.find((one) => one === trace);
  if (level === undefined) throw new Error('invariant: a decision was asked with a trace there is');
  return { asOf, restateAttachment: restateAttachment ?? undefined, trace: level };
}

/** Whether the same question was asked of the same family: known before anything is decided. */
function isSame(version: Version, document: unknown, kept: KeptDecision): boolean {
  const read = readFamily(document, version.ruleset.vocabulary, version.basis);
  return read.ok && decisionId(version, read.value, questionOf(kept)) === kept.contentId;
}

/** Decides one again; what is wrong with a family that was given is for whoever gave it. */
async function decidedAgain(
  needs: Needs,
  correction: Correction,
  { kept, texts }: { readonly kept: KeptDecision; readonly texts: ReadonlyMap<string, string> },
): Promise<Result<Again, Diagnostic[]>> {
  const version = versionFor(kept, correction, needs.library);
  if (!version.ok) return ok(version);
  const document = documentFor(kept, correction, texts);
  if (!document.ok) return ok(document);
  if (isSame(version.value, document.value, kept)) return ok(err('decided-so-already'));
  const by = { version: version.value, secondOpinion: needs.secondOpinion };
  const decided = await evaluateAgreed(by, document.value, questionOf(kept));
  if (!decided.ok) {
    if (decided.error.code === 'engines-disagree') needs.disagreed(version.value, decided.error.places);
    else if ('family' in correction.wrong) return err(decided.error.findings);
    return ok(err(decided.error.code === 'engines-disagree' ? 'engines-disagree' : 'family-unreadable'));
  }
  const keeping = kept.familyDocument === null ? 'withhold' : 'family';
  const decision = decided.value.keepable();
  const linked = { supersedes: kept.id, note: correction.reason };
  return ok(ok({ record: needs.ids(), keeping, decision, ...linked }));
}

function changesOf(kept: KeptDecision, { decision }: ToKeep): Change[] {
  const said = (answer: string) => verdictsOnly.parse(JSON.parse(answer));
  return changesBetween(said(kept.answer), said(decision.answer));
}

/**
 * Decides again what rests on something that was wrong, each as a new record that stands in for the old one, all of them
 * in one transaction. `undefined` where nothing is kept of the family; findings where a corrected family cannot be read,
 * and then nothing is kept.
 */
export async function correct(
  needs: Needs,
  writer: Writer,
  correction: Correction,
): Promise<Result<Corrected | undefined, Diagnostic[]>> {
  const { wrong, after, limit } = correction;
  const about = 'family' in wrong ? { family: wrong.family.id } : { restsOn: wrong.restsOn };
  const wanted = { authority: writer.authority, nodes: [], superseded: false, ...about };
  const { decisions, next } = await createQuery(needs.store, needs.library).page(wanted, {
    from: after,
    limit,
  });
  if ('family' in wrong && decisions.length === 0 && after === undefined) return ok(undefined);
  const texts = await documentsOf(needs.store, decisions);
  const made: { readonly kept: KeptDecision; readonly again: Again }[] = [];
  for (const kept of decisions) {
    // because others wait for their answers
    await setImmediate();
    const again = await decidedAgain(needs, correction, { kept, texts });
    if (!again.ok) return again;
    made.push({ kept, again: again.value });
  }
  const toKeep = made.flatMap(({ again }) => (again.ok ? [again.value] : []));
  const done = await needs.keeper.keep(writer, toKeep);
  const decided = made.flatMap(({ kept, again }) =>
    again.ok && done.has(again.value.record)
      ? [{ was: kept.id, now: again.value.record, changes: changesOf(kept, again.value) }]
      : [],
  );
  const skipped = made.flatMap(({ kept, again }) => {
    if (!again.ok) return [{ record: kept.id, why: again.error }];
    return done.has(again.value.record) ? [] : [{ record: kept.id, why: 'superseded-meanwhile' as const }];
  });
  return ok({ decided, skipped, next });
}
