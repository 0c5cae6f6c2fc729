import { and, eq } from 'drizzle-orm';
import type { Principal } from '../identity/principal.ts';
import { type ContentKind, contentsByKind, unitCostNumbers } from '../library/content-kinds.ts';
import type { Library } from '../library/library.ts';
import { contentsOf } from '../shelf/stored-library.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Draft, type DraftKind, draftName } from './draft.ts';
import { proposedVersion } from './next-version.ts';
import { requireOwner } from './ownership.ts';
import { Refusal } from './refusal.ts';
import {
  type DraftTexts,
  newCalendar,
  newProgramme,
  newRuleset,
  newUnitCosts,
  newVocabulary,
} from './skeleton.ts';
import { withKeys } from './top-level.ts';
import { createDraft, type Governing, type NewDraft } from './write-draft.ts';

interface Version {
  readonly id: string;
  readonly version: string;
}

/** What a draft begins with. */
export type Beginning =
  | {
      readonly new: {
        readonly kind: DraftKind;
        readonly id: string;
        readonly title: string;
        readonly jurisdiction: string;
      };
    }
  | { readonly version: Version }
  | {
      readonly fork: Version & {
        readonly as: { readonly id: string; readonly title: string; readonly jurisdiction: string };
      };
    }
  | {
      readonly content: {
        readonly kind: ContentKind;
        /** As it is published: `family@1`, `hertfordshire@1.0.0`. */
        readonly id: string;
        readonly hash?: string | undefined;
      };
    };

function isTaken(library: Library, kind: DraftKind, name: string): boolean {
  if (kind === 'ruleset') return library.rulesets.has(name);
  if (kind === 'unit-costs') return unitCostNumbers(library.programme, name).length > 0;
  return contentsByKind(library)[kind].has(name);
}

async function publishedTexts(store: Store, row: Row<'publishedVersion'>): Promise<DraftTexts> {
  const { document, cases } = row;
  const textOf = await contentsOf(store, cases === null ? [document] : [document, cases]);
  return { document: textOf(document), cases: cases === null ? null : textOf(cases) };
}

async function publishedVersion(store: Store, library: Library, { id, version }: Version) {
  const { publishedVersion: table } = store.tables;
  const [row] = await store.read((q) =>
    q
      .select()
      .from(table)
      .where(and(eq(table.ruleset, id), eq(table.version, version))),
  );
  if (row !== undefined) return row;
  const versions = library.rulesets.get(id);
  if (versions === undefined)
    throw new Refusal('ruleset-not-found', { rulesets: [...library.rulesets.keys()] });
  const there = versions.map(({ ruleset, hash }) => ({ version: ruleset.version, hash }));
  throw new Refusal('version-not-found', { versions: there });
}

const skeletons = {
  ruleset: newRuleset,
  calendar: newCalendar,
  vocabulary: newVocabulary,
  'unit-costs': newUnitCosts,
  programme: newProgramme,
} as const;

function fromNothing(
  library: Library,
  asked: Extract<Beginning, { readonly new: unknown }>['new'],
): NewDraft {
  const { kind } = asked;
  const name = kind === 'vocabulary' ? `${asked.id}@1` : asked.id;
  if (isTaken(library, kind, name)) throw new Refusal('id-taken');
  return { kind, name, basedOn: null, texts: skeletons[kind](asked, library.basis) };
}

function renumbered({ document, cases }: DraftTexts, keys: { document: object; cases: object }): DraftTexts {
  return {
    document: withKeys(document, { ...keys.document }),
    cases: cases === null ? null : withKeys(cases, { ...keys.cases }),
  };
}

async function fromVersion(store: Store, library: Library, from: Version): Promise<NewDraft> {
  const row = await publishedVersion(store, library, from);
  const numbers = (library.rulesets.get(from.id) ?? []).map(({ ruleset }) => ruleset.version);
  const version = proposedVersion(numbers);
  const texts = renumbered(await publishedTexts(store, row), { document: { version }, cases: { version } });
  const basedOn = { how: 'version', id: from.id, version: from.version, hash: row.hash } as const;
  return { kind: 'ruleset', name: from.id, basedOn, texts };
}

async function fromFork(
  store: Store,
  library: Library,
  { as, id, version }: Extract<Beginning, { readonly fork: unknown }>['fork'],
): Promise<NewDraft> {
  if (isTaken(library, 'ruleset', as.id)) throw new Refusal('id-taken');
  const row = await publishedVersion(store, library, { id, version });
  const number = { version: proposedVersion([]) };
  const texts = renumbered(await publishedTexts(store, row), {
    document: { basedOn: { id, version }, ...as, ...number },
    cases: { ruleset: as.id, ...number },
  });
  return { kind: 'ruleset', name: as.id, basedOn: { how: 'fork', id, version, hash: row.hash }, texts };
}

function notThere(kind: ContentKind, names: string[]): Refusal {
  switch (kind) {
    case 'vocabulary':
      return new Refusal('vocabulary-not-found', { vocabularies: names });
    case 'calendar':
      return new Refusal('calendar-not-found', { calendars: names });
    case 'unit-costs':
      return new Refusal('unit-costs-not-found', { unitCosts: names });
    case 'programme':
      return new Refusal('programme-not-found', { programmes: names });
  }
}

async function fromContent(
  store: Store,
  library: Library,
  { kind, id, hash }: Extract<Beginning, { readonly content: unknown }>['content'],
): Promise<NewDraft> {
  const held = contentsByKind(library)[kind];
  const wanted = hash ?? held.get(id)?.hash;
  const { publishedBasis } = store.tables;
  const [row] = await store.read((q) =>
    q
      .select()
      .from(publishedBasis)
      .where(eq(publishedBasis.id, `${kind}/${id}/${wanted ?? ''}`)),
  );
  if (row === undefined) throw notThere(kind, [...held.keys()]);
  const textOf = await contentsOf(store, [row.document]);
  const name = draftName(kind, id);
  const numbers = kind === 'unit-costs' ? unitCostNumbers(library.programme, name) : [];
  const keys = kind === 'unit-costs' ? { version: proposedVersion(numbers) } : {};
  const texts = renumbered({ document: textOf(row.document), cases: null }, { document: keys, cases: {} });
  return { kind, name, basedOn: { how: 'content', id, version: null, hash: row.hash }, texts };
}

async function beginning(store: Store, library: Library, from: Beginning): Promise<NewDraft> {
  if ('new' in from) return fromNothing(library, from.new);
  if ('version' in from) return fromVersion(store, library, from.version);
  return 'fork' in from ? fromFork(store, library, from.fork) : fromContent(store, library, from.content);
}

/** Whose the new thing says it is; of what is published that is known. */
function ownersNamed(from: Beginning): { owners?: readonly string[] } {
  if ('new' in from) return { owners: [from.new.jurisdiction] };
  return 'fork' in from ? { owners: [from.fork.as.jurisdiction] } : {};
}

/** Begins a draft from nothing, from a version, laid over another's version, or from a content. */
export async function begin(governing: Governing, principal: Principal, from: Beginning): Promise<Draft> {
  const library = await governing.shelf.current();
  const draft = await beginning(governing.store, library, from);
  requireOwner(principal, { kind: draft.kind, name: draft.name, ...ownersNamed(from) }, library);
  return createDraft(governing, principal, draft);
}
