import { err, type Result } from '../../engine/index.ts';
import type { Library, Version } from '../library/library.ts';
import { openLibrary } from '../library/open.ts';
import { openRulesetFile, under } from '../library/ruleset-file.ts';
import { namesOf, resolve, type Selector, type Unresolved, versionsOf } from '../library/selector.ts';
import { type Failure, failure } from './problem.ts';

/** The whole folder, checked. */
export function opened(folder: string): Result<Library, Failure> {
  const library = openLibrary(folder);
  if (library.ok) return library;
  const [first] = library.error;
  if (first?.code === 'folder-unreadable') return err(failure('folder-unreadable', first.message));
  const detail = `the documents in \`${folder}\` have errors`;
  return err(failure('rulesets-invalid', detail, { findings: under(folder, library.error) }));
}

function unresolved({ code, message, ...extra }: Unresolved): Failure {
  return failure(code, message, extra);
}

/** `phase-1@1.0.0` or `phase-1@sha256:…`; undefined where no version is named. */
function selectorOf(text: string): Selector | undefined {
  const at = text.indexOf('@');
  if (at === -1 || at === text.length - 1) return undefined;
  const [id, word] = [text.slice(0, at), text.slice(at + 1)];
  return word.startsWith('sha256:') ? { id, hash: word } : { id, version: word };
}

/** The version of a library that `id@version` or `id@sha256:…` names. */
export function fromLibrary(text: string, library: Library): Result<Version, Failure> {
  const selector = selectorOf(text);
  if (selector !== undefined) {
    const version = resolve(library, selector);
    return version.ok ? version : err(unresolved(version.error));
  }
  const versions = versionsOf(library, text.replace(/@$/, ''));
  if (!versions.ok) return err(unresolved(versions.error));
  const detail = `\`${text}\` names no version, and there is no implicit latest`;
  return err(failure('version-not-found', detail, { versions: namesOf(versions.value) }));
}

export function isPath(text: string): boolean {
  return text.endsWith('.json') || /[\\/]/.test(text);
}

/** The version in a ruleset file, with the cases beside it if there are any. */
export function versionInFile(file: string, folder: string): Result<Version, Failure> {
  const version = openRulesetFile(file, folder);
  if (version.ok) return version;
  const [first] = version.error;
  if (first?.code === 'folder-unreadable') return err(failure('folder-unreadable', first.message));
  if (first?.code === 'file-unreadable') return err(failure('file-unreadable', first.message));
  return err(failure('ruleset-invalid', `\`${file}\` cannot be used`, { findings: version.error }));
}

/** The version that `--ruleset` names: `id@version`, `id@sha256:…` or the path of a ruleset file. */
export function versionNamed(text: string, folder: string): Result<Version, Failure> {
  if (isPath(text)) return versionInFile(text, folder);
  const library = opened(folder);
  return library.ok ? fromLibrary(text, library.value) : library;
}
