import {
  type Diagnostic,
  err,
  nearest,
  ok,
  readReleases,
  type Release,
  type Result,
} from '../../engine/index.ts';
import { type Finding, found, inFile } from './finding.ts';
import type { Placed } from './folder.ts';

function entryFindings(release: Release, pointer: string, sources: readonly string[]): Diagnostic[] {
  const { from, to, source, withdraws } = release;
  const findings: Diagnostic[] = [];
  if (withdraws === true && to !== undefined) {
    const message = 'a withdrawal has no end: release the version again from the day it is to come back';
    findings.push(found('withdrawal-ends', `${pointer}/to`, { message }));
  }
  if (to !== undefined && to <= from) {
    const message = `the release ends on \`${to}\`, which is not after \`${from}\`, the day it begins`;
    findings.push(found('to-not-after-from', `${pointer}/to`, { message }));
  }
  if (!sources.includes(source.ref)) {
    const message = `no source is named \`${source.ref}\``;
    const suggestion = nearest(source.ref, sources);
    findings.push(found('unknown-source', `${pointer}/source/ref`, { message, suggestion }));
  }
  return findings;
}

/** The releases of a document, or everything wrong with it. Whether the versions exist is for the folder to say. */
export function checkReleases(document: unknown): Result<readonly Release[], Diagnostic[]> {
  const read = readReleases(document);
  if (!read.ok) return read;
  const { releases, sources } = read.value;
  const findings = releases.flatMap((release, at) =>
    entryFindings(release, `/releases/${String(at)}`, Object.keys(sources)),
  );
  return findings.length > 0 ? err(findings) : ok(releases);
}

/** The releases in `releases.json`; none where there is no such file. */
export function releasesIn(placed: readonly Placed[]): Result<readonly Release[], Finding[]> {
  const document = placed.find(({ kind }) => kind === 'releases');
  if (document === undefined) return ok([]);
  const { file, read } = document;
  const checked = read.ok ? checkReleases(read.value) : read;
  return checked.ok ? checked : err(inFile(file, checked.error));
}
