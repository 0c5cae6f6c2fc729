import { asc, inArray } from 'drizzle-orm';
import { readReleases, type Release } from '../../engine/index.ts';
import { type Basis, basisOf, type Held, type HeldVocabulary } from '../library/basis.ts';
import type { Shelf } from '../deps.ts';
import { documentIn } from '../library/document-text.ts';
import type { Finding } from '../library/finding.ts';
import type { Kind, Placed } from '../library/folder.ts';
import type { Library, Version } from '../library/library.ts';
import { casesFileOf, shelved } from '../library/open.ts';
import { publishedVersion } from '../library/read-version.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { StoreFault } from '../store/fault.ts';
import type { Calendar } from '../../engine/index.ts';
import type { Programme, UnitCosts } from '../../engine/programme.ts';
import { type ProgrammeDocuments, programmeDocumentsOf } from '../library/programme-documents.ts';
import { contentKinds } from '../library/content-kinds.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

/** Which content of a vocabulary and of calendars something rests on, by hash. */
export interface Pins {
  readonly vocabulary: { readonly name: string; readonly hash: string };
  readonly calendars: Readonly<Record<string, string>>;
}

/** Everything published, and each content of vocabularies and calendars by its hash. */
export interface Stored {
  readonly library: Library;
  /** The basis now, but with these contents in it; undefined where one of them was never published. */
  readonly basisWith: (pins: Pins) => Basis | undefined;
}

/** One published content, as what it is. */
interface Content {
  readonly vocabulary?: HeldVocabulary;
  readonly calendar?: Held<Calendar>;
  readonly unitCosts?: Held<UnitCosts>;
  readonly programme?: Held<Programme>;
}

/** What is kept of one reading for the next: published content never changes. */
interface Kept {
  readonly bases: Map<string, Content>;
  readonly versions: Map<string, Version>;
}

function damaged(what: string, findings: readonly Finding[] = []): StoreFault {
  const [first] = findings;
  return new StoreFault('damaged', new Error(first === undefined ? what : `${what}: ${first.message}`));
}

/** Texts by id; few enough at once for either database. */
async function textsOf({ read, tables }: Reading, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < ids.length; from += 200) {
    const rows = await read((q) =>
      q
        .select()
        .from(tables.content)
        .where(inArray(tables.content.id, ids.slice(from, from + 200))),
    );
    for (const { id, text } of rows) texts.set(id, text);
  }
  return texts;
}

/** The texts of these ids, each of which must be there. */
export async function contentsOf(store: Reading, ids: readonly string[]): Promise<(id: string) => string> {
  const texts = await textsOf(store, [...new Set(ids)]);
  return (id) => {
    const text = texts.get(id);
    if (text === undefined) throw damaged(`the content ${id} is not there`);
    return text;
  };
}

function placed(kind: Kind, file: string, text: string): Placed {
  return { kind, file, read: documentIn(text) };
}

/** What a placed text holds, and why it does not. */
function contentIn(one: Placed): { readonly content: Content; readonly findings: readonly Finding[] } {
  const { basis, findings } = basisOf([one]);
  const { documents, findings: further } = programmeDocumentsOf([one]);
  const [[vocabulary], [calendar]] = [[...basis.vocabularies.values()], [...basis.calendars.values()]];
  const [[unitCosts], [programme]] = [[...documents.unitCosts.values()], [...documents.programmes.values()]];
  return {
    content: {
      ...(vocabulary && { vocabulary }),
      ...(calendar && { calendar }),
      ...(unitCosts && { unitCosts }),
      ...(programme && { programme }),
    },
    findings: [...findings, ...further],
  };
}

/** Each published content, checked once. */
async function readBases(store: Reading, rows: readonly Row<'publishedBasis'>[], kept: Kept): Promise<void> {
  const unread = rows.filter(({ id }) => !kept.bases.has(id));
  const textOf = await contentsOf(
    store,
    unread.map(({ document }) => document),
  );
  for (const row of unread) {
    const kind = contentKinds.find((one) => one === row.kind);
    if (kind === undefined) throw damaged(row.id);
    const { content, findings } = contentIn(placed(kind, row.file, textOf(row.document)));
    const held = content.vocabulary ?? content.calendar ?? content.unitCosts ?? content.programme;
    if (held?.hash !== row.hash) throw damaged(row.id, findings);
    kept.bases.set(row.id, content);
  }
}

/** The contents that count: of each name the last published. */
function currentContents(
  rows: readonly Row<'publishedBasis'>[],
  kept: Kept,
): { readonly basis: Basis; readonly programme: ProgrammeDocuments } {
  const vocabularies = new Map<string, HeldVocabulary>();
  const calendars = new Map<string, Held<Calendar>>();
  const unitCosts = new Map<string, Held<UnitCosts>>();
  const programmes = new Map<string, Held<Programme>>();
  for (const { id, name } of rows) {
    const content = kept.bases.get(id) ?? {};
    if (content.vocabulary !== undefined) vocabularies.set(name, content.vocabulary);
    if (content.calendar !== undefined) calendars.set(name, content.calendar);
    if (content.unitCosts !== undefined) unitCosts.set(name, content.unitCosts);
    if (content.programme !== undefined) programmes.set(name, content.programme);
  }
  return { basis: { vocabularies, calendars }, programme: { unitCosts, programmes } };
}

function pinning(current: Basis, kept: Kept): Stored['basisWith'] {
  const made = new Map<string, Basis | undefined>();
  const withPins = ({ vocabulary, calendars }: Pins): Basis | undefined => {
    const words = kept.bases.get(`vocabulary/${vocabulary.name}/${vocabulary.hash}`)?.vocabulary;
    const terms = Object.entries(calendars).map(
      ([name, hash]) => [name, kept.bases.get(`calendar/${name}/${hash}`)?.calendar] as const,
    );
    if (words === undefined || terms.some(([, held]) => held === undefined)) return undefined;
    const pinned = terms.flatMap(([name, held]) => (held === undefined ? [] : [[name, held] as const]));
    return {
      vocabularies: new Map([...current.vocabularies, [vocabulary.name, words]]),
      calendars: new Map([...current.calendars, ...pinned]),
    };
  };
  return (pins) => {
    const key = JSON.stringify([pins.vocabulary, Object.entries(pins.calendars)]);
    if (!made.has(key)) made.set(key, withPins(pins));
    return made.get(key);
  };
}

export function pinsOf(
  row: Pick<Row<'publishedVersion'>, 'vocabulary' | 'vocabularyHash' | 'calendars'>,
): Pins {
  return {
    vocabulary: { name: row.vocabulary, hash: row.vocabularyHash },
    // because this server wrote it, from a record of hashes
    calendars: JSON.parse(row.calendars) as Record<string, string>,
  };
}

/** Whether a version rests on a published content; nothing does on one of the programme's money. */
export function restsOn(
  version: Parameters<typeof pinsOf>[0],
  { kind, name, hash }: { readonly kind: string; readonly name: string; readonly hash: string },
): boolean {
  const { vocabulary, calendars } = pinsOf(version);
  if (kind === 'calendar') return calendars[name] === hash;
  return kind === 'vocabulary' && vocabulary.name === name && vocabulary.hash === hash;
}

interface Ground {
  readonly releases: readonly Release[];
  readonly basisWith: Stored['basisWith'];
  readonly kept: Kept;
}

async function readVersions(
  store: Reading,
  rows: readonly Row<'publishedVersion'>[],
  { releases, basisWith, kept }: Ground,
): Promise<Version[]> {
  const unread = rows.filter(({ id, hash }) => kept.versions.get(id)?.hash !== hash);
  const textOf = await contentsOf(
    store,
    unread.flatMap(({ document, cases }) => (cases === null ? [document] : [document, cases])),
  );
  return rows.map((row) => {
    const basis = basisWith(pinsOf(row));
    if (basis === undefined) throw damaged(`what ${row.id} rests on is not there`);
    const own = releases.filter(({ ruleset }) => ruleset === row.ruleset);
    const before = kept.versions.get(row.id);
    if (before?.hash === row.hash) return { ...before, basis, releases: own };
    const cases = row.cases === null ? undefined : placed('cases', casesFileOf(row.file), textOf(row.cases));
    const ruleset = placed('ruleset', row.file, textOf(row.document));
    if (!ruleset.read.ok || cases?.read.ok === false) throw damaged(`${row.id} is not JSON`);
    const wrong = (findings: readonly Finding[]) => damaged(row.id, findings);
    const version = publishedVersion({ ruleset, cases }, { basis, releases }, wrong);
    if (version.hash !== row.hash) throw damaged(`${row.id} has another hash`);
    kept.versions.set(row.id, version);
    return version;
  });
}

function releaseIn({ id, document }: Row<'release'>): Release {
  const read = readReleases({ sources: {}, releases: [JSON.parse(document)] });
  const [release] = read.ok ? read.value.releases : [];
  if (release === undefined) throw damaged(`release ${id}`);
  return release;
}

/** Reads everything published. Releases first: what one names was there before it. */
async function readStored(store: Reading, kept: Kept): Promise<Stored> {
  const { read, tables } = store;
  const { release, publishedVersion, publishedBasis } = tables;
  const inOrder = (table: typeof release | typeof publishedVersion | typeof publishedBasis) =>
    [asc(table.entry), asc(table.place)] as const;
  const listed = await read((q) =>
    q
      .select()
      .from(release)
      .orderBy(...inOrder(release)),
  );
  const rows = await read((q) =>
    q
      .select()
      .from(publishedVersion)
      .orderBy(...inOrder(publishedVersion)),
  );
  const bases = await read((q) =>
    q
      .select()
      .from(publishedBasis)
      .orderBy(...inOrder(publishedBasis)),
  );
  await readBases(store, bases, kept);
  const releases = listed.map(releaseIn);
  const { basis, programme } = currentContents(bases, kept);
  const basisWith = pinning(basis, kept);
  const versions = await readVersions(store, rows, { releases, basisWith, kept });
  return { library: { basis, programme, rulesets: shelved(versions), releases }, basisWith };
}

/** The audit entry that last published or released something; 0 in an empty store. */
async function stampOf({ read, tables }: Reading): Promise<number> {
  const [row] = await read((q) => q.select({ stamp: tables.shelf.stamp }).from(tables.shelf));
  return row?.stamp ?? 0;
}

export interface StoredShelf extends Shelf {
  readonly stored: () => Promise<Stored>;
  /** Takes versions that were checked elsewhere: one of the same hash is not checked again. */
  readonly know: (versions: readonly Version[]) => void;
}

/** Published rulesets as the store has them, read again only when something was published or released. */
export function storedShelf(store: Reading): StoredShelf {
  const kept: Kept = { bases: new Map(), versions: new Map() };
  let last: { readonly stamp: number; readonly read: Promise<Stored> } | undefined;
  const stored = async (): Promise<Stored> => {
    const stamp = await stampOf(store);
    if (last === undefined || last.stamp < stamp) {
      const reading = { stamp, read: readStored(store, kept) };
      last = reading;
      // because a reading that failed is tried again
      reading.read.catch(() => {
        if (last === reading) last = undefined;
      });
    }
    return last.read;
  };
  const know = (versions: readonly Version[]) => {
    for (const version of versions) {
      const { id, version: number } = version.ruleset;
      kept.versions.set(`${id}@${number}`, version);
    }
  };
  return { stored, know, current: async () => (await stored()).library };
}
