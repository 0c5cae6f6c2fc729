import { and, eq, inArray } from 'drizzle-orm';
import type { Release } from '../../engine/index.ts';
import { NATIONAL, type Principal } from '../identity/principal.ts';
import { contentKinds, contentsByKind } from '../library/content-kinds.ts';
import type { Library } from '../library/library.ts';
import { casesFileOf } from '../library/open.ts';
import { fillFrom, type Folder } from '../shelf/from-folder.ts';
import { sha256 } from '../canonical.ts';
import type { Store } from '../store/store.ts';
import { draftName } from './draft.ts';
import { createDraft, type Governing, type NewDraft } from './write-draft.ts';

const theImport: Principal = {
  ...{ kind: 'system', id: '', name: 'import', authority: NATIONAL, permissions: new Set() },
};

/** What an import did. */
export interface Imported {
  readonly seeded: boolean;
  readonly unchanged: readonly string[];
  readonly drafts: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
  /** What is as it is in a draft already. */
  readonly drafted: readonly string[];
  /** Releases that the store has not: a person releases. */
  readonly releasesNotTaken: readonly Release[];
}

interface Candidate extends NewDraft {
  readonly label: string;
  readonly same: boolean;
}

function candidates({ library, texts }: Folder, held: Library): Candidate[] {
  const textAt = (file: string) => texts.get(file) ?? '';
  const from = (how: { id: string; version: string | null; hash: string }) => ({
    how: 'import' as const,
    ...how,
  });
  const [given, there] = [contentsByKind(library), contentsByKind(held)];
  const contents = contentKinds.flatMap((kind) =>
    [...given[kind]].map(([label, { hash, file }]) => ({
      ...{ kind, name: draftName(kind, label), label, same: there[kind].get(label)?.hash === hash },
      basedOn: from({ id: label, version: null, hash }),
      texts: { document: textAt(file), cases: null },
    })),
  );
  const versions = [...library.rulesets.values()].flat().map(({ ruleset, hash, file }) => ({
    ...{ kind: 'ruleset' as const, name: ruleset.id, label: `${ruleset.id}@${ruleset.version}` },
    same: (held.rulesets.get(ruleset.id) ?? []).some((one) => one.hash === hash),
    basedOn: from({ id: ruleset.id, version: ruleset.version, hash }),
    texts: { document: textAt(file), cases: texts.get(casesFileOf(file)) ?? null },
  }));
  return [...contents, ...versions];
}

/** Whether an open draft of that name holds these very texts. */
async function isDrafted({ read, tables }: Store, { kind, name, texts }: NewDraft): Promise<boolean> {
  const { draft, draftRevision } = tables;
  const open = await read((q) =>
    q
      .select({ id: draft.id })
      .from(draft)
      .where(
        and(
          eq(draft.kind, kind),
          eq(draft.name, name),
          inArray(draft.state, ['draft', 'submitted', 'approved']),
        ),
      ),
  );
  if (open.length === 0) return false;
  const ids = open.map(({ id }) => id);
  const revisions = await read((q) =>
    q
      .select()
      .from(draftRevision)
      .where(and(inArray(draftRevision.draft, ids), eq(draftRevision.document, sha256(texts.document)))),
  );
  const cases = texts.cases === null ? null : sha256(texts.cases);
  return revisions.some((one) => one.cases === cases);
}

/** Fills an empty store from a folder; into one that is filled, drafts of what is new there or differs. */
export async function importFolder(governing: Governing, folder: Folder): Promise<Imported> {
  const { store, shelf } = governing;
  const nothing = { unchanged: [], drafts: [], drafted: [], releasesNotTaken: [] };
  if (await fillFrom(store, folder)) return { seeded: true, ...nothing };
  const held = await shelf.current();
  const unchanged: string[] = [];
  const drafted: string[] = [];
  const drafts: Imported['drafts'][number][] = [];
  for (const { label, same, ...draft } of candidates(folder, held)) {
    if (same) unchanged.push(label);
    else if (await isDrafted(store, draft)) drafted.push(label);
    else {
      const { id, kind, name } = await createDraft(governing, theImport, draft);
      drafts.push({ id, kind, name });
    }
  }
  const known = new Set(held.releases.map((one) => JSON.stringify(one)));
  const releasesNotTaken = folder.library.releases.filter((one) => !known.has(JSON.stringify(one)));
  return { seeded: false, unchanged, drafts, drafted, releasesNotTaken };
}
