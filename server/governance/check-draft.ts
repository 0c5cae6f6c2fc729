import {
  checkCalendar,
  checkReused,
  checkVocabulary,
  type CaseResult,
  type Diagnostic,
  type Edit,
  editsBetween,
  ok,
  type Result,
  runCases,
} from '../../engine/index.ts';
import { checkProgramme, checkUnitCosts } from '../../engine/programme.ts';
import { type Basis, documentsOf } from '../library/basis.ts';
import { contentFolders, type ContentKind } from '../library/content-kinds.ts';
import { authoritiesIn } from '../library/programme-documents.ts';
import { documentIn } from '../library/document-text.ts';
import { type Finding, found, inFile } from '../library/finding.ts';
import { hashOf } from '../library/hash.ts';
import type { Library, Version } from '../library/library.ts';
import { readVersion } from '../library/read-version.ts';
import { resolve } from '../library/selector.ts';
import type { Draft, Submission } from './draft.ts';
import type { DraftTexts } from './skeleton.ts';

/** All that is known of a draft's texts before anybody decides by them. */
export interface Checks {
  /** `file` is `document` or `cases`. */
  readonly findings: readonly Finding[];
  readonly cases: readonly CaseResult[];
  /** Nothing stands against submitting it. */
  readonly passes: boolean;
  /** What submitting it would fix; undefined where it does not pass. */
  readonly frozen?: Pick<Submission, 'hash' | 'restsOn' | 'file' | 'version'>;
  /** Of a ruleset in which nothing is wrong. */
  readonly version?: Version;
}

/** Where authorities that are not national are named in a document. */
interface Owned {
  /** `England`, or what the document says; of a vocabulary none. */
  readonly owners: readonly string[];
}

export interface DocumentChecks extends Checks, Owned {}

/** What of a draft counts for what is found in its texts. */
type Drafted = Pick<Draft, 'kind' | 'name' | 'basedOn'>;

/** The version that a draft was made from or laid over. */
function versionIn(basedOn: Draft['basedOn']) {
  return basedOn === null || basedOn.version === null
    ? undefined
    : { id: basedOn.id, version: basedOn.version };
}

const error = ({ severity }: Diagnostic) => severity === 'error';

function misnamed(name: string, is: string): Finding[] {
  if (name === is) return [];
  const message = `this draft is of \`${name}\`, and its document says \`${is}\``;
  return inFile('document', [found('other-name', '/id', { message, suggestion: name })]);
}

/** The published version that a draft was made from or is laid over; undefined where it was made from none. */
export function versionBefore({ basedOn }: Pick<Draft, 'basedOn'>, library: Library): Version | undefined {
  const from = versionIn(basedOn);
  const before = from && resolve(library, from);
  return before?.ok ? before.value : undefined;
}

/** Ids that the version which a draft was made from has for something else. */
function reused(draft: Drafted, now: Version, library: Library): Finding[] {
  const before = versionBefore(draft, library);
  return before === undefined ? [] : inFile('document', checkReused(now.ruleset, before.ruleset));
}

/** Lower-case words joined by hyphens, as a folder is named. */
function folderName(jurisdiction: string): string {
  return jurisdiction.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function caseResults(version: Version): readonly CaseResult[] {
  const { cases, basis, ruleset } = version;
  const vocabulary = basis.vocabularies.get(ruleset.vocabulary);
  if (cases === undefined || vocabulary === undefined) return [];
  return runCases(version.compiled(), cases, vocabulary.parseFamily);
}

/** The findings of a ruleset and its cases, without running them. */
export function readDraft(texts: DraftTexts, { basis, releases }: Library) {
  const document = documentIn(texts.document);
  const cases = texts.cases === null ? undefined : documentIn(texts.cases);
  return readVersion(
    {
      ruleset: { kind: 'ruleset', file: 'document', read: document },
      cases: cases === undefined ? undefined : { kind: 'cases', file: 'cases', read: cases },
    },
    { basis, releases },
  );
}

function rulesetChecks(draft: Drafted, texts: DraftTexts, library: Library): DocumentChecks {
  const read = readDraft(texts, library);
  if (!read.ok) return { findings: read.error, cases: [], passes: false, owners: [] };
  const version = read.value;
  const { ruleset } = version;
  const none = inFile('cases', [
    found('cases-missing', '', { message: 'a ruleset that is submitted has at least one case' }),
  ]);
  const findings = [
    ...misnamed(draft.name, ruleset.id),
    ...reused(draft, version, library),
    ...(version.cases === undefined ? none : []),
    ...version.warnings(),
  ];
  const cases = caseResults(version);
  const passes = !findings.some(error) && cases.every(({ passed }) => passed);
  const frozen = {
    version: ruleset.version,
    hash: version.hash,
    restsOn: {
      vocabulary: { id: ruleset.vocabulary, hash: version.vocabularyHash },
      calendars: { ...version.calendarHashes },
    },
    file: fileFor(library, version),
  };
  return { findings, cases, passes, frozen, version, owners: [ruleset.jurisdiction] };
}

/** Where a version lies in the folder form: beside those of its id, otherwise in the folder of its jurisdiction. */
function fileFor({ rulesets }: Library, { ruleset }: Version): string {
  const [folder] = rulesets.get(ruleset.id)?.at(-1)?.file.split('/') ?? [];
  return `${folder ?? folderName(ruleset.jurisdiction)}/${ruleset.id}/${ruleset.version}.json`;
}

/** What a document of some kind is: what it names itself, its number where it has one, and whose it is. */
interface Named {
  readonly is: string;
  readonly version: string | null;
  readonly owners: readonly string[];
}

type Read = (document: unknown, basis: Basis) => Result<Named, Diagnostic[]>;

const readers: Readonly<Record<ContentKind, Read>> = {
  vocabulary: (document) => {
    const read = checkVocabulary(document);
    if (!read.ok) return read;
    const { id, version } = read.value;
    return ok({ is: `${id}@${String(version)}`, version: null, owners: [] });
  },
  calendar: (document) => {
    const read = checkCalendar(document);
    return read.ok ? ok({ is: read.value.id, version: null, owners: read.value.authorities }) : read;
  },
  'unit-costs': (document, basis) => {
    const read = checkUnitCosts(document, documentsOf(basis));
    if (!read.ok) return read;
    const { id, version, authority } = read.value;
    return ok({ is: id, version, owners: authority === undefined ? [] : [authority] });
  },
  programme: (document) => {
    const read = checkProgramme(document);
    return read.ok ? ok({ is: read.value.id, version: null, owners: authoritiesIn(read.value) }) : read;
  },
};

interface ContentDraft {
  readonly name: string;
  readonly text: string;
  readonly basis: Basis;
}

function contentChecks(kind: ContentKind, { name, text, basis }: ContentDraft): DocumentChecks {
  const read = documentIn(text);
  const wrong = (findings: readonly Diagnostic[]): DocumentChecks => ({
    ...{ findings: inFile('document', findings), cases: [], passes: false, owners: [] },
  });
  if (!read.ok) return wrong(read.error);
  const named = readers[kind](read.value, basis);
  if (!named.ok) return wrong(named.error);
  const { is, version, owners } = named.value;
  const findings = misnamed(name, is);
  const published = version === null ? is : `${is}@${version}`;
  const file = `${contentFolders[kind]}/${published}.json`;
  const frozen = { version, hash: hashOf(read.value), restsOn: null, file };
  return { findings, cases: [], passes: findings.length === 0, frozen, owners };
}

/** Checks a draft's texts whole, and runs its cases. */
export function checksOf(draft: Drafted, texts: DraftTexts, library: Library): DocumentChecks {
  if (draft.kind === 'ruleset') return rulesetChecks(draft, texts, library);
  return contentChecks(draft.kind, { name: draft.name, text: texts.document, basis: library.basis });
}

/** What is wrong with a draft's texts, without running its cases. */
export function findingsIn(draft: Drafted, texts: DraftTexts, library: Library): readonly Finding[] {
  if (draft.kind !== 'ruleset')
    return contentChecks(draft.kind, { name: draft.name, text: texts.document, basis: library.basis })
      .findings;
  const read = readDraft(texts, library);
  if (!read.ok) return read.error;
  const version = read.value;
  return [
    ...misnamed(draft.name, version.ruleset.id),
    ...reused(draft, version, library),
    ...version.warnings(),
  ];
}

export interface Against {
  readonly id: string;
  readonly version: string;
  readonly edits: Edit[];
}

function editsAgainst(
  library: Library,
  was: { readonly id: string; readonly version: string } | undefined,
  now: Version,
): Against | null {
  if (was === undefined) return null;
  const before = resolve(library, was);
  if (!before.ok) return null;
  return { ...was, edits: [...editsBetween(before.value.compiled(), now.compiled()).edits] };
}

/** What a draft changes, in words: against what it was made from, and against the national version it is laid over. */
export function changesOf({ basedOn }: Draft, now: Version | undefined, library: Library) {
  if (now === undefined) return { changes: null, overlay: null };
  return {
    changes: editsAgainst(library, versionIn(basedOn), now),
    overlay: editsAgainst(library, now.ruleset.basedOn, now),
  };
}
