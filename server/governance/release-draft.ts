import { asc, eq } from 'drizzle-orm';
import { readReleases, type Release } from '../../engine/index.ts';
import type { Principal } from '../identity/principal.ts';
import { releaseOn, standing } from '../library/in-force.ts';
import { londonDay } from '../london-day.ts';
import { addRelease, publishBasis, publishVersion } from '../shelf/publish.ts';
import { releaseSource } from '../shelf/release-source.ts';
import type { Scribe } from '../shelf/write.ts';
import type { Tx } from '../store/tx.ts';
import { shownRelease } from '../unresolved.ts';
import { requireHigher } from './decide-draft.ts';
import { after, type Draft, draftOf, revisionOf, type Submission } from './draft.ts';
import { requireOwner } from './ownership.ts';
import { Refusal } from './refusal.ts';
import { act, type Governing, setDraft } from './write-draft.ts';

/** The days a version is to be in force. */
export interface Days {
  readonly from: string;
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
}

interface Named {
  readonly ruleset: string;
  readonly version: string;
  readonly hash: string;
}

/** Every release of a ruleset, as they were recorded. */
async function releasesOf(
  { q, tables: { release } }: Pick<Tx, 'q' | 'tables'>,
  ruleset: string,
): Promise<Release[]> {
  const rows = await q
    .select({ document: release.document })
    .from(release)
    .where(eq(release.ruleset, ruleset))
    .orderBy(asc(release.entry), asc(release.place));
  const read = readReleases({
    sources: {},
    releases: rows.map(({ document }): unknown => JSON.parse(document)),
  });
  if (!read.ok) throw new Error('invariant: what was released can be read');
  return read.value.releases;
}

/** The release as `releases.json` has it: its source says who made it, and when. */
function recorded(
  scribe: Scribe,
  { ruleset, version }: Named,
  days: Days & { readonly withdraws?: true },
): Release {
  const { from, to, reason, withdraws } = days;
  const { actorName, at, entry } = scribe.done();
  return {
    ruleset,
    version,
    ...(withdraws === undefined ? {} : { withdraws }),
    from,
    ...(to === undefined ? {} : { to }),
    recordedOn: londonDay(Date.parse(at)),
    source: releaseSource({ actorName, at, entry }),
    ...(reason === undefined ? {} : { note: reason }),
  };
}

async function put(scribe: Scribe, named: Named & { readonly draft?: string }, days: Days): Promise<Release> {
  const today = londonDay(Date.parse(scribe.tx.at));
  if (days.from < today && days.reason === undefined) throw new Refusal('reason-missing');
  const releases = await releasesOf(scribe.tx, named.ruleset);
  const again = standing(releases, named).find(
    ({ version, from }) => version === named.version && from === days.from,
  );
  if (again !== undefined) throw new Refusal('already-released', { releases: [shownRelease(again)] });
  const release = recorded(scribe, named, days);
  const draft = named.draft === undefined ? {} : { draft: named.draft };
  await addRelease(scribe, release, { hash: named.hash, reason: days.reason ?? null, ...draft });
  await scribe.moved();
  return release;
}

async function publishRuleset(scribe: Scribe, draft: Draft, submission: Submission): Promise<Named> {
  const { version, hash, restsOn, file, revision } = submission;
  if (version === null || restsOn === null)
    throw new Error('invariant: a ruleset has a number and rests on words');
  await requireHigher(scribe, draft, version);
  const { documentText, casesText } = await revisionOf(scribe.tx, draft.id, revision);
  await publishVersion(
    scribe,
    { ruleset: draft.name, version, hash, file, restsOn },
    { document: documentText, cases: casesText, draft: draft.id },
  );
  return { ruleset: draft.name, version, hash };
}

async function publishContent(
  scribe: Scribe,
  draft: Draft,
  { hash, file, revision, version }: Submission,
): Promise<void> {
  const { kind, id } = draft;
  if (kind === 'ruleset') throw new Error('invariant: a ruleset is released from a day');
  if (version !== null) await requireHigher(scribe, draft, version);
  const name = version === null ? draft.name : `${draft.name}@${version}`;
  const { publishedBasis } = scribe.tx.tables;
  const same = await scribe.tx.q
    .select()
    .from(publishedBasis)
    .where(eq(publishedBasis.id, `${kind}/${name}/${hash}`));
  if (same.length > 0) throw new Refusal('id-taken', { detail: 'this very content is published already' });
  const { documentText } = await revisionOf(scribe.tx, id, revision);
  await publishBasis(scribe, { kind, name, hash, file, text: documentText, draft: id });
  await scribe.moved();
}

/** Publishes what was approved, for good; a ruleset is put in force from a day. */
export async function releaseDraft(
  { store, shelf }: Governing,
  principal: Principal,
  { id, days }: { readonly id: string; readonly days: Days | undefined },
): Promise<{ readonly draft: Draft; readonly release: Release | null }> {
  const library = await shelf.current();
  return act(store, principal, async (scribe) => {
    const draft = await draftOf(scribe.tx, id, principal);
    const state = after(draft, 'release');
    requireOwner(principal, draft, library);
    const { submission } = draft;
    if (submission === null) throw new Error('invariant: what is approved was submitted');
    scribe.tx.record({ action: 'draft-released', subject: id, detail: { hash: submission.hash } });
    let release: Release | null = null;
    if (draft.kind === 'ruleset') {
      if (days === undefined)
        throw new Refusal('body-invalid', { detail: 'a ruleset is released for `days`' });
      release = await put(scribe, { ...(await publishRuleset(scribe, draft, submission)), draft: id }, days);
    } else {
      if (days !== undefined)
        throw new Refusal('body-invalid', { detail: 'only a ruleset is released for `days`' });
      await publishContent(scribe, draft, submission);
    }
    return { draft: await setDraft(scribe, id, { state }), release };
  });
}

/** Puts a published version in force for other days. */
export async function releaseVersion(
  { store, shelf }: Governing,
  principal: Principal,
  { named, days }: { readonly named: Named; readonly days: Days },
): Promise<Release> {
  requireOwner(principal, { kind: 'ruleset', name: named.ruleset }, await shelf.current());
  return act(store, principal, (scribe) => {
    const subject = `${named.ruleset}@${named.version}`;
    scribe.tx.record({ action: 'version-released', subject, detail: { from: days.from } });
    return put(scribe, named, days);
  });
}

export interface Withdrawn {
  readonly release: Release;
  /** The releases as it leaves them. */
  readonly standing: readonly Release[];
  /** What is in force from the day of the withdrawal; null for nothing. */
  readonly inForce: Release | null;
}

/** Ends a version from a day on. What it had superseded is in force again, where its own release lasts. */
export async function withdrawVersion(
  { store, shelf }: Governing,
  principal: Principal,
  {
    named,
    days,
  }: { readonly named: Named; readonly days: { readonly from: string; readonly reason: string } },
): Promise<Withdrawn> {
  const { ruleset } = named;
  requireOwner(principal, { kind: 'ruleset', name: ruleset }, await shelf.current());
  return act(store, principal, async (scribe) => {
    const { from } = days;
    const before = await releasesOf(scribe.tx, ruleset);
    const lasting = standing(before, { ruleset }).filter(
      ({ version, to }) => version === named.version && (to === undefined || from < to),
    );
    if (lasting.length === 0) {
      throw new Refusal('not-released', { releases: before.map(shownRelease) });
    }
    scribe.tx.record({
      action: 'version-withdrawn',
      subject: `${ruleset}@${named.version}`,
      detail: { from },
    });
    const release = recorded(scribe, named, { ...days, withdraws: true });
    await addRelease(scribe, release, { hash: named.hash, reason: days.reason });
    await scribe.moved();
    const now = [...before, release];
    return {
      release,
      standing: standing(now, { ruleset }),
      inForce: releaseOn(now, { ruleset, on: from }) ?? null,
    };
  });
}
