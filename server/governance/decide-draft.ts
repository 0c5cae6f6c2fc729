import type { Principal } from '../identity/principal.ts';
import type { Scribe } from '../shelf/write.ts';
import { checksOf, type DocumentChecks } from './check-draft.ts';
import {
  after,
  type Approval,
  type Draft,
  draftOf,
  type FoundImpact,
  publishedNumbers,
  revisionOf,
  type Submission,
} from './draft.ts';
import { isHigher, proposedVersion } from './next-version.ts';
import { requireOther, requireOwner } from './ownership.ts';
import { Refusal } from './refusal.ts';
import type { DraftTexts } from './skeleton.ts';
import { withKeys } from './top-level.ts';
import { act, addRevision, type Governing, setDraft, writersOf } from './write-draft.ts';

export interface Submitting {
  readonly id: string;
  /** The revision to submit. */
  readonly over: number;
  /** Fixes the number; the document's own where absent. */
  readonly version?: string | undefined;
  readonly expectedImpact?: Submission['expectedImpact'] | undefined;
}

interface Read {
  readonly draft: Draft;
  readonly texts: DraftTexts;
}

async function readAt(governing: Governing, principal: Principal, id: string): Promise<Read> {
  const { store } = governing;
  return store.read(async (q) => {
    const reading = { q, tables: store.tables };
    const draft = await draftOf(reading, id, principal);
    const { documentText, casesText } = await revisionOf(reading, id, draft.revision);
    return { draft, texts: { document: documentText, cases: casesText } };
  });
}

/** The same under another number. */
function numbered({ document, cases }: DraftTexts, version: string | undefined): DraftTexts {
  if (version === undefined) return { document, cases };
  return {
    document: withKeys(document, { version }),
    cases: cases === null ? null : withKeys(cases, { version }),
  };
}

function refuseFailing({ findings, cases, passes }: DocumentChecks): void {
  if (passes) return;
  const failing = cases.filter(({ passed }) => !passed).map(({ id }) => id);
  throw new Refusal('draft-fails', {
    findings: findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, pointer, message, file }) => ({ code, pointer: `/${file}${pointer}`, message })),
    cases: failing,
  });
}

/** Refuses a number that is not above every one that is published of the same. */
export async function requireHigher(
  scribe: Scribe,
  draft: Pick<Draft, 'kind' | 'name'>,
  version: string,
): Promise<void> {
  const published = await publishedNumbers(scribe.tx, draft);
  if (!isHigher(version, published)) {
    throw new Refusal('version-not-higher', { suggestion: proposedVersion(published) });
  }
}

/** Refuses what was written over another revision than the one that counts. */
function requireCurrent(draft: Draft, over: number): void {
  if (draft.revision === over) return;
  throw new Refusal('approval-stale', {
    detail: `revision ${String(over)} is not the one that counts: that is ${String(draft.revision)}`,
  });
}

/** Submits a draft in which nothing is wrong: its number and its hash are fixed. */
export async function submitDraft(
  governing: Governing,
  principal: Principal,
  submitting: Submitting,
): Promise<Draft> {
  const { id, over, version, expectedImpact = null } = submitting;
  const { draft: before, texts } = await readAt(governing, principal, id);
  after(before, 'submit');
  requireCurrent(before, over);
  const library = await governing.shelf.current();
  const parsed = checksOf(before, texts, library);
  const renumbered =
    version !== undefined &&
    parsed.frozen !== undefined &&
    parsed.frozen.version !== null &&
    version !== parsed.frozen.version;
  const submitted = renumbered ? numbered(texts, version) : texts;
  const checks = renumbered ? checksOf(before, submitted, library) : parsed;
  refuseFailing(checks);
  const { frozen, owners } = checks;
  if (frozen === undefined) throw new Error('invariant: what passes can be frozen');
  requireOwner(principal, { ...before, owners }, library);
  return act(governing.store, principal, async (scribe) => {
    const draft = await draftOf(scribe.tx, id, principal);
    const state = after(draft, 'submit');
    requireCurrent(draft, over);
    if (frozen.version !== null) await requireHigher(scribe, draft, frozen.version);
    const revision = renumbered ? draft.lastRevision + 1 : draft.revision;
    if (renumbered)
      await addRevision(scribe, { draft: id, revision, base: over, stale: false, texts: submitted });
    const { actor, actorName, at } = scribe.done();
    const submission: Submission = {
      ...frozen,
      revision,
      by: { actor, name: actorName },
      at,
      expectedImpact,
    };
    const { hash } = frozen;
    scribe.tx.record({ action: 'draft-submitted', subject: id, detail: { hash, revision } });
    const told = { kind: draft.kind, name: draft.name, version: frozen.version, draft: id, hash };
    await scribe.tell({ ...told, event: 'submitted', detail: { revision, expectedImpact } });
    const set = { state, revision, lastRevision: Math.max(revision, draft.lastRevision), approval: null };
    return setDraft(scribe, id, { ...set, submission: JSON.stringify(submission) });
  });
}

/** What is known, when somebody approves, of what the author expects to change. */
export interface KnownImpact {
  /** Of what it is known: the hash of the submission. */
  readonly hash: string | undefined;
  /** What the simulation found; null where there is none. */
  readonly found: FoundImpact | null;
  /** Whether that lies outside what is expected. */
  readonly outside: boolean;
  /** Whether it is still being looked for. */
  readonly awaited: boolean;
  /** Why it takes a reason to approve it, in words; undefined where it takes none. */
  readonly against?: string | undefined;
}

export interface Approving {
  readonly id: string;
  readonly hash: string;
  /** Whether the approver finds the impact outside what the author expects, whatever was found. */
  readonly outOfBand: boolean;
  readonly reason?: string | undefined;
  readonly impact: KnownImpact;
}

function submissionOf({ submission }: Draft): Submission {
  if (submission === null) throw new Error('invariant: what is submitted has a submission');
  return submission;
}

/** Why it cannot be approved as it stands; undefined where it can. */
function unready({ hash, outOfBand, reason, impact }: Approving): Refusal | undefined {
  if (impact.hash !== hash) return new Refusal('approval-stale', { hash: impact.hash });
  if (impact.awaited) return new Refusal('impact-awaited');
  if (reason !== undefined || (!outOfBand && impact.against === undefined)) return undefined;
  return new Refusal('reason-missing', impact.against === undefined ? {} : { detail: impact.against });
}

/** Approves what is submitted, by its hash. */
export function approveDraft(
  { store }: Governing,
  principal: Principal,
  approving: Approving,
): Promise<Draft> {
  const { id, hash, impact, reason = null } = approving;
  return act(store, principal, async (scribe) => {
    const draft = await draftOf(scribe.tx, id, principal);
    const state = after(draft, 'approve');
    const submission = submissionOf(draft);
    if (submission.hash !== hash) throw new Refusal('approval-stale', { hash: submission.hash });
    const workers = await writersOf(scribe.tx, id);
    await requireOther(scribe.tx, principal, [...workers, draft.createdBy, submission.by.actor]);
    const refusal = unready(approving);
    if (refusal !== undefined) throw refusal;
    const { actor, actorName, at } = scribe.done();
    const by = { actor, name: actorName };
    const [outOfBand, simulatedImpact] = [approving.outOfBand || impact.outside, impact.found];
    const approval: Approval = { hash, by, at, outOfBand, reason, simulatedImpact };
    scribe.tx.record({ action: 'draft-approved', subject: id, detail: { hash } });
    const told = { kind: draft.kind, name: draft.name, version: submission.version, draft: id, hash, reason };
    await scribe.tell({ ...told, event: 'approved', detail: { outOfBand, simulatedImpact } });
    return setDraft(scribe, id, { state, approval: JSON.stringify(approval) });
  });
}

/** Gives a submitted draft back to those who write it. */
export function sendBack(
  { store }: Governing,
  principal: Principal,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Draft> {
  return act(store, principal, async (scribe) => {
    const draft = await draftOf(scribe.tx, id, principal);
    const state = after(draft, 'send-back');
    const { version, hash } = submissionOf(draft);
    scribe.tx.record({ action: 'draft-sent-back', subject: id, detail: { hash } });
    await scribe.tell({
      kind: draft.kind,
      name: draft.name,
      version,
      draft: id,
      event: 'sent-back',
      hash,
      reason,
    });
    return setDraft(scribe, id, { state, submission: null, approval: null });
  });
}
