import { err, ok, type Release, type Result } from '../../engine/index.ts';
import { basisOf, documentsOf } from './basis.ts';
import { type Finding, found, inFile } from './finding.ts';
import { type Placed, readFolder } from './folder.ts';
import type { Library, Version } from './library.ts';
import { programmeDocumentsOf } from './programme-documents.ts';
import { readVersion, type Surroundings } from './read-version.ts';
import { releasesIn } from './releases.ts';
import { compareVersions } from './semver-order.ts';

interface Found<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
}

/** The file of cases beside a ruleset's. */
export function casesFileOf(rulesetFile: string): string {
  return rulesetFile.replace(/\.json$/, '.cases.json');
}

function strayCases(placed: readonly Placed[]): Finding[] {
  const message = 'there is no ruleset beside these cases';
  const rulesets = placed.filter(({ kind }) => kind === 'ruleset').map(({ file }) => casesFileOf(file));
  return placed
    .filter(({ kind, file }) => kind === 'cases' && !rulesets.includes(file))
    .flatMap(({ file }) => inFile(file, [found('no-ruleset-beside', '', { message })]));
}

/** A version lies where its id and number say, so that a path and a selector cannot differ. */
function misnamed({ ruleset, file }: Version): Finding[] {
  const place = `${ruleset.id}/${ruleset.version}.json`;
  const [jurisdiction = ''] = file.split('/');
  if (file === `${jurisdiction}/${place}`) return [];
  const message = `version \`${ruleset.version}\` of ruleset \`${ruleset.id}\` lies in another place than its name says`;
  return inFile(file, [found('misplaced-file', '', { message, suggestion: `${jurisdiction}/${place}` })]);
}

function versionsIn(placed: readonly Placed[], surroundings: Surroundings): Found<Version[]> {
  const versions: Version[] = [];
  const findings: Finding[] = [];
  for (const ruleset of placed.filter(({ kind }) => kind === 'ruleset')) {
    const beside = casesFileOf(ruleset.file);
    const cases = placed.find(({ kind, file }) => kind === 'cases' && file === beside);
    const version = readVersion({ ruleset, cases }, surroundings);
    if (!version.ok) findings.push(...version.error);
    else {
      versions.push(version.value);
      findings.push(...misnamed(version.value));
    }
  }
  return { value: versions, findings };
}

/** Ids in order, and each id's versions in order of precedence. */
export function shelved(versions: readonly Version[]): Map<string, Version[]> {
  const ids = [...new Set(versions.map(({ ruleset }) => ruleset.id))].sort();
  return new Map(
    ids.map((id) => [
      id,
      versions
        .filter(({ ruleset }) => ruleset.id === id)
        .sort((left, right) => compareVersions(left.ruleset.version, right.ruleset.version)),
    ]),
  );
}

function sameNumber(versions: readonly Version[]): Finding[] {
  return versions.flatMap(({ ruleset, file }, at) => {
    const first = versions
      .slice(0, at)
      .find((one) => one.ruleset.id === ruleset.id && one.ruleset.version === ruleset.version);
    if (first === undefined) return [];
    const message = `version \`${ruleset.version}\` of ruleset \`${ruleset.id}\` is also in \`${first.file}\``;
    return inFile(file, [found('duplicate-document', '', { message })]);
  });
}

function unknownReleases(releases: readonly Release[], versions: readonly Version[]): Finding[] {
  return releases.flatMap(({ ruleset, version }, at) => {
    if (versions.some((one) => one.ruleset.id === ruleset && one.ruleset.version === version)) return [];
    const message = `there is no version \`${version}\` of a ruleset \`${ruleset}\` to release`;
    return inFile('releases.json', [found('unknown-version', `/releases/${String(at)}`, { message })]);
  });
}

/** Checks the documents of a rulesets folder: the whole of it, or every error in it. */
export function libraryOf(placed: readonly Placed[]): Result<Library, Finding[]> {
  const { basis, findings: basisFindings } = basisOf(placed);
  const { documents: programme, findings: programmeFindings } = programmeDocumentsOf(
    placed,
    documentsOf(basis),
  );
  const listed = releasesIn(placed);
  const releases = listed.ok ? listed.value : [];
  const { value: versions, findings: versionFindings } = versionsIn(placed, { basis, releases });
  const errors = [
    ...basisFindings,
    ...programmeFindings,
    ...(listed.ok ? [] : listed.error),
    ...versionFindings,
    ...strayCases(placed),
  ];
  // Only where everything could be read is it known what is there twice or not at all.
  if (errors.length === 0) errors.push(...sameNumber(versions), ...unknownReleases(releases, versions));
  if (errors.length > 0) return err(errors);
  return ok({ basis, programme, rulesets: shelved(versions), releases });
}

/** Reads and checks everything in a rulesets folder: the whole of it, or every error in it. */
export function openLibrary(folder: string): Result<Library, Finding[]> {
  const placed = readFolder(folder);
  return placed.ok ? libraryOf(placed.value) : placed;
}
