import { err, type Result } from '../../engine/index.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** Reads and checks everything in a rulesets folder: the whole of it, or every finding, errors first. */
export function openLibrary(_folder: string): Result<Library, Finding[]> {
  return err([]);
}
