import { existsSync } from 'node:fs';
import path from 'node:path';
import { err, type Result } from '../../engine/index.ts';
import { basisOf } from './basis.ts';
import { readDocument } from './document-text.ts';
import type { Finding } from './finding.ts';
import { type Kind, type Placed, readFolder } from './folder.ts';
import type { Version } from './library.ts';
import { casesFileOf } from './open.ts';
import { readVersion } from './read-version.ts';
import { releasesIn } from './releases.ts';

function placed(kind: Kind, file: string): Placed {
  return { kind, file, read: readDocument(file) };
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Findings about the folder, with paths that can be opened from where this runs. */
export function under(folder: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, file: path.join(folder, finding.file) }));
}

/**
 * The version in a ruleset file anywhere, with the cases beside it if there are any, read against a folder's
 * vocabularies and calendars. Releases put it in force only where it lies in that folder.
 */
export function openRulesetFile(file: string, folder: string): Result<Version, Finding[]> {
  const documents = readFolder(folder);
  if (!documents.ok) return documents;
  const { basis, findings } = basisOf(documents.value);
  const releases = releasesIn(documents.value);
  const errors = [...findings, ...(releases.ok ? [] : releases.error)];
  if (errors.length > 0) return err(under(folder, errors));
  const beside = casesFileOf(file);
  return readVersion(
    { ruleset: placed('ruleset', file), cases: existsSync(beside) ? placed('cases', beside) : undefined },
    { basis, releases: releases.ok && isInside(folder, file) ? releases.value : [] },
  );
}
