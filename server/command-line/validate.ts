import path from 'node:path';
import {
  checkCases,
  checkRuleset,
  type Diagnostic,
  err,
  ok,
  type Result,
  type Ruleset,
} from '../../engine/index.ts';
import { checkProgramme, checkUnitCosts } from '../../engine/programme.ts';
import { type Basis, basisOf, documentsOf } from '../library/basis.ts';
import { readDocument } from '../library/document-text.ts';
import { diagnosticsIn, found } from '../library/finding.ts';
import { type Placed, readFolder } from '../library/folder.ts';
import { readFamily, vocabularyNamedBy } from '../library/read-family.ts';
import { checkReleases } from '../library/releases.ts';
import { type DocumentKind, kindOf } from './document-kind.ts';
import { versionNamed } from './opened.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface ValidateOptions {
  readonly rulesets: string;
  /** What every file is, where it is not to be told from its content. */
  readonly as?: DocumentKind | undefined;
  /** Whose vocabulary a family is written in, where it names none. */
  readonly ruleset?: string | undefined;
}

/** A file that was named, or one of the folder on which a named one rests. */
interface Subject {
  readonly kind: DocumentKind | undefined;
  readonly file: string;
  readonly read: Result<unknown, Diagnostic[]>;
}

interface Against {
  readonly folder: string;
  readonly placed: readonly Placed[];
  readonly basis: Basis;
  /** The vocabulary of a family that names none. */
  readonly vocabulary: string | undefined;
}

type Findings = readonly Diagnostic[];

function rulesetFindings(document: unknown, { basis }: Against): Findings {
  const checked = checkRuleset(document, documentsOf(basis));
  return checked.ok ? checked.value.warnings : checked.error;
}

function keyOf(document: unknown, key: string): unknown {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, key)) return undefined;
  return new Map<string, unknown>(Object.entries(document)).get(key);
}

/** The ruleset beside a file of cases or, failing that, the version of the folder that the cases name. */
function rulesetOfCases(subject: Subject, document: unknown, against: Against): Result<Ruleset, Findings> {
  const beside = readDocument(subject.file.replace(/(\.cases)?\.json$/, '.json'));
  const inFolder = against.placed.find(
    ({ kind, read }) =>
      kind === 'ruleset' &&
      read.ok &&
      keyOf(read.value, 'id') === keyOf(document, 'ruleset') &&
      keyOf(read.value, 'version') === keyOf(document, 'version'),
  );
  const read = beside.ok && kindOf(beside.value) === 'ruleset' ? beside : inFolder?.read;
  if (read?.ok !== true)
    return err([found('no-ruleset-beside', '', { message: 'the ruleset of these cases is not there' })]);
  const checked = checkRuleset(read.value, documentsOf(against.basis));
  if (checked.ok) return ok(checked.value.ruleset);
  return err([found('ruleset-invalid', '', { message: 'the ruleset of these cases has errors of its own' })]);
}

function casesFindings(subject: Subject, document: unknown, against: Against): Findings {
  const ruleset = rulesetOfCases(subject, document, against);
  if (!ruleset.ok) return ruleset.error;
  const checked = checkCases(document, ruleset.value);
  return checked.ok ? [] : checked.error;
}

function familyFindings(document: unknown, { basis, vocabulary }: Against): Findings {
  const own = vocabulary ?? vocabularyNamedBy(document);
  if (own === undefined) {
    return [
      found('vocabulary-unclear', '', {
        message: 'the family names no vocabulary, and no ruleset is named whose it is',
      }),
    ];
  }
  const read = readFamily(document, own, basis);
  return read.ok ? [] : read.error;
}

function wrongIn(checked: Result<unknown, Findings>): Findings {
  return checked.ok ? [] : checked.error;
}

/** Findings about vocabularies and calendars were made when the basis was. */
function findingsOf(subject: Subject, against: Against): Findings {
  if (!subject.read.ok) return subject.read.error;
  const document = subject.read.value;
  switch (subject.kind) {
    case undefined:
      return [found('kind-unclear', '', { message: 'nothing in this document says what it is' })];
    case 'ruleset':
      return rulesetFindings(document, against);
    case 'cases':
      return casesFindings(subject, document, against);
    case 'family':
      return familyFindings(document, against);
    case 'releases':
      return wrongIn(checkReleases(document));
    case 'unit-costs':
      return wrongIn(checkUnitCosts(document, documentsOf(against.basis)));
    case 'programme':
      return wrongIn(checkProgramme(document));
    case 'vocabulary':
    case 'calendar':
      return [];
  }
}

function subjectOf(file: string, as: DocumentKind | undefined): Subject {
  const read = readDocument(file);
  return { file, read, kind: as ?? (read.ok ? kindOf(read.value) : undefined) };
}

function restsOn(subject: Subject): subject is Placed & { kind: 'vocabulary' | 'calendar' } {
  return subject.kind === 'vocabulary' || subject.kind === 'calendar';
}

/** The folder's documents without those that a named file stands in for: the same file, or the same name. */
function others(folder: string, placed: readonly Placed[], named: readonly Subject[]): Placed[] {
  const identity = ({ kind, read }: Subject) =>
    read.ok ? JSON.stringify([kind, keyOf(read.value, 'id'), keyOf(read.value, 'version')]) : undefined;
  const taken = new Set(named.filter(restsOn).map(identity));
  const files = new Set(named.map(({ file }) => path.resolve(file)));
  return placed
    .map((one) => ({ ...one, file: path.join(folder, one.file) }))
    .filter((one) => !files.has(path.resolve(one.file)) && !(restsOn(one) && taken.has(identity(one))));
}

function vocabularyOption({ ruleset, rulesets }: ValidateOptions): Result<string | undefined, Failure> {
  if (ruleset === undefined) return ok(undefined);
  const version = versionNamed(ruleset, rulesets);
  return version.ok ? ok(version.value.ruleset.vocabulary) : version;
}

function report(subjects: readonly Subject[], findingsFor: (subject: Subject) => Findings): Outcome {
  const files = subjects.map((subject) => {
    const findings = findingsFor(subject);
    const valid = !findings.some(({ severity }) => severity === 'error');
    return { file: subject.file, kind: subject.kind ?? null, valid, findings };
  });
  const all = files.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { exit: errors > 0 ? 1 : 0, output: { errors, warnings: all.length - errors, files } };
}

/** Every finding about every file, and about those vocabularies and calendars of the folder that cannot be read. */
export function validateCommand(files: readonly string[], options: ValidateOptions): Outcome {
  const named = files.map((file) => subjectOf(file, options.as));
  for (const { read } of named) {
    if (!read.ok && read.error[0]?.code === 'file-unreadable') {
      return failure('file-unreadable', read.error[0].message);
    }
  }
  const folder = readFolder(options.rulesets);
  if (!folder.ok)
    return failure('folder-unreadable', `there is no folder \`${options.rulesets}\` that can be read`);
  const vocabulary = vocabularyOption(options);
  if (!vocabulary.ok) return vocabulary.error;
  const placed = others(options.rulesets, folder.value, named);
  const { basis, findings } = basisOf([...placed, ...named.filter(restsOn)]);
  const broken = placed.filter(({ file }) => findings.some((finding) => finding.file === file));
  const against = { folder: options.rulesets, placed, basis, vocabulary: vocabulary.value };
  return report([...named, ...broken], (subject) => [
    ...diagnosticsIn(subject.file, findings),
    ...(restsOn(subject) ? [] : findingsOf(subject, against)),
  ]);
}
