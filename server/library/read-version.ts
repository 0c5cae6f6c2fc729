import {
  type CaseFile,
  checkCases,
  checkRuleset,
  type CheckedRuleset,
  compileChecked,
  type CompiledRuleset,
  err,
  ok,
  type Release,
  type Result,
  type Ruleset,
} from '../../engine/index.ts';
import { type Basis, documentsOf } from './basis.ts';
import { type Finding, inFile } from './finding.ts';
import type { Placed } from './folder.ts';
import { hashOf } from './hash.ts';
import type { Version } from './library.ts';

/** A ruleset document and, where there is one, the cases that ship with it. */
export interface VersionFiles {
  readonly ruleset: Placed;
  readonly cases: Placed | undefined;
}

/** What a version is read against. */
export interface Surroundings {
  readonly basis: Basis;
  readonly releases: readonly Release[];
}

function hashesFor(ruleset: Ruleset, basis: Basis) {
  const vocabulary = basis.vocabularies.get(ruleset.vocabulary);
  if (vocabulary === undefined)
    throw new Error('invariant: a checked ruleset names a vocabulary that is there');
  const { fallback, local = [] } = ruleset.calendar;
  const calendars = [fallback, ...local].map((name) => {
    const calendar = basis.calendars.get(name);
    if (calendar === undefined)
      throw new Error('invariant: a checked ruleset names calendars that are there');
    return [name, calendar.hash] as const;
  });
  return { vocabularyHash: vocabulary.hash, calendarHashes: Object.fromEntries(calendars) };
}

function readCases(placed: Placed | undefined, ruleset: Ruleset): Result<CaseFile | undefined, Finding[]> {
  if (placed === undefined) return ok(undefined);
  const { file, read } = placed;
  const checked = read.ok ? checkCases(read.value, ruleset) : read;
  return checked.ok ? checked : err(inFile(file, checked.error));
}

/** Compiled when it is first asked for, and once. */
function compiler(checked: CheckedRuleset): () => CompiledRuleset {
  let compiled: CompiledRuleset | undefined;
  return () => (compiled ??= compileChecked(checked));
}

/** The document in a file that could be read. */
function valueOf({ read }: Placed): unknown {
  if (!read.ok) throw new Error('invariant: a file that could not be read is no part of a version');
  return read.value;
}

interface Hashed {
  readonly ruleset: Ruleset;
  readonly cases: CaseFile | undefined;
}

/** A version but for what its checks give. */
function hashed(
  files: VersionFiles,
  { basis, releases }: Surroundings,
  { ruleset, cases }: Hashed,
): Omit<Version, 'compiled' | 'warnings'> {
  const { vocabularyHash, calendarHashes } = hashesFor(ruleset, basis);
  return {
    ruleset,
    hash: hashOf({
      ruleset: valueOf(files.ruleset),
      cases: files.cases === undefined ? null : valueOf(files.cases),
      vocabulary: vocabularyHash,
      calendars: calendarHashes,
    }),
    vocabularyHash,
    calendarHashes,
    cases,
    file: files.ruleset.file,
    releases: releases.filter((release) => release.ruleset === ruleset.id),
    basis,
  };
}

/** Checks a ruleset and its cases whole, and hashes them with what they rest on. */
export function readVersion(files: VersionFiles, surroundings: Surroundings): Result<Version, Finding[]> {
  const { basis } = surroundings;
  const { file, read } = files.ruleset;
  if (!read.ok) return err(inFile(file, read.error));
  const checked = checkRuleset(read.value, documentsOf(basis));
  if (!checked.ok) return err(inFile(file, checked.error));
  const { ruleset, warnings } = checked.value;
  const cases = readCases(files.cases, ruleset);
  if (!cases.ok) return cases;
  const own = hashed(files, surroundings, { ruleset, cases: cases.value });
  return ok({ ...own, warnings: () => inFile(file, warnings), compiled: compiler(checked.value) });
}

/**
 * A version that was checked whole before it was published: it is not checked again before it is decided by. The hash
 * says whether it still is what was checked. What the checks find then, `wrong` makes into what is thrown.
 */
export function publishedVersion(
  files: VersionFiles,
  surroundings: Surroundings,
  wrong: (findings: readonly Finding[]) => Error,
): Version {
  // because the hash that whoever asks compares was made of documents that had this form
  const ruleset = valueOf(files.ruleset) as Ruleset;
  const cases = files.cases && (valueOf(files.cases) as CaseFile);
  let checked: Version | undefined;
  const check = (): Version => {
    if (checked !== undefined) return checked;
    const read = readVersion(files, surroundings);
    if (!read.ok) throw wrong(read.error);
    checked = read.value;
    return checked;
  };
  return {
    ...hashed(files, surroundings, { ruleset, cases }),
    warnings: () => check().warnings(),
    compiled: () => check().compiled(),
  };
}
