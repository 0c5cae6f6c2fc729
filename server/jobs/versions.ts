import { type PlainVersion, plainVersion, versionOf } from '../batch/setup.ts';
import { deflated, inflated } from '../deflated.ts';
import { findingsOf } from '../finding.ts';
import { readDraft } from '../governance/check-draft.ts';
import { draftOf, revisionOf } from '../governance/draft.ts';
import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import type { Library, Version } from '../library/library.ts';
import { resolve, type Selector, type Unresolved } from '../library/selector.ts';
import { shownRelease } from '../unresolved.ts';
import type { Store } from '../store/store.ts';
import { type Job, questionOf } from './find.ts';
import type { AskedVersion } from './question.ts';

export type VersionAsked = Selector | { readonly draft: string };

/** A version that was asked for, as a job names it. */
export interface Resolved {
  readonly asked: AskedVersion;
  readonly version: Version;
}

interface Asking {
  readonly store: Store;
  readonly principal: Principal;
  readonly library: Library;
}

function refusalOf(why: Unresolved): Refusal {
  if (why.code === 'nothing-in-force')
    return new Refusal(why.code, { detail: why.message, releases: why.releases.map(shownRelease) });
  const told = {
    detail: why.message,
    ...(why.suggestion === undefined ? {} : { suggestion: why.suggestion }),
  };
  return why.code === 'ruleset-not-found'
    ? new Refusal(why.code, { ...told, rulesets: [...why.rulesets] })
    : new Refusal(why.code, { ...told, versions: [...why.versions] });
}

/** The content of a draft as it is now. Throws a `Refusal` where it is no ruleset that can be decided by. */
async function drafted({ store, principal, library }: Asking, id: string): Promise<Resolved> {
  const { tables } = store;
  const { draft, texts } = await store.read(async (q) => {
    const found = await draftOf({ q, tables }, id, principal);
    const { documentText, casesText } = await revisionOf({ q, tables }, id, found.revision);
    return { draft: found, texts: { document: documentText, cases: casesText } };
  });
  if (draft.kind !== 'ruleset')
    throw new Refusal('draft-fails', { detail: `draft \`${id}\` is a ${draft.kind}, not a ruleset` });
  const read = readDraft(texts, library);
  if (!read.ok) {
    const findings = read.error.map((one) => ({ ...one, pointer: `/${one.file}${one.pointer}` }));
    throw new Refusal('draft-fails', { findings: findingsOf(findings) });
  }
  const version = read.value;
  const { ruleset, hash } = version;
  const asked = { id: ruleset.id, version: ruleset.version, hash, draft: id, revision: draft.revision };
  return { asked, version };
}

/** A version by selector, or a draft’s content. Throws a `Refusal` where there is no such. */
export async function resolvedVersion(asking: Asking, wanted: VersionAsked): Promise<Resolved> {
  if ('draft' in wanted) return drafted(asking, wanted.draft);
  const found = resolve(asking.library, wanted);
  if (!found.ok) throw refusalOf(found.error);
  const { ruleset, hash } = found.value;
  const asked = { id: ruleset.id, version: ruleset.version, hash, draft: null, revision: null };
  return { asked, version: found.value };
}

/** Of drafts what a job keeps, because nothing else does. */
export async function keptDrafts(all: readonly Resolved[]): Promise<string> {
  const drafts = all.filter(({ asked }) => asked.draft !== null);
  if (drafts.length === 0) return '';
  return deflated(JSON.stringify(drafts.map(({ version }) => plainVersion(version))));
}

/** The versions of a job in its order: published ones from the library, drafts as they were. */
export async function versionsOf(
  job: Pick<Job, 'question' | 'drafts'>,
  library: Library,
): Promise<readonly Version[]> {
  const text = await inflated(job.drafts);
  // because it is what `keptDrafts` wrote
  const drafts = text === '' ? [] : (JSON.parse(text) as PlainVersion[]);
  return questionOf(job).versions.map(({ id, hash, draft }) => {
    const plain = drafts.find((one) => one.hash === hash);
    const version =
      draft === null ? library.rulesets.get(id)?.find((one) => one.hash === hash) : plain && versionOf(plain);
    if (version === undefined) throw new Error('invariant: what a job was asked under is still there');
    return version;
  });
}
