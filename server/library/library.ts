import type { CaseFile, CompiledRuleset, Release, Ruleset } from '../../engine/index.ts';
import type { Basis } from './basis.ts';
import type { ProgrammeDocuments } from './programme-documents.ts';
import type { Finding } from './finding.ts';

/** One frozen version of a ruleset, which was checked whole, and all that its decisions rest on. */
export interface Version {
  readonly ruleset: Ruleset;
  /** SHA-256 over the document, its cases and the hashes of its vocabulary and calendars. */
  readonly hash: string;
  readonly vocabularyHash: string;
  /** Of the fallback and the local calendars, by id. */
  readonly calendarHashes: Readonly<Record<string, string>>;
  readonly cases: CaseFile | undefined;
  /** Path from the rulesets folder, or as given where it lies outside. */
  readonly file: string;
  /** What the checks say of it that is no error. */
  readonly warnings: () => readonly Finding[];
  /** Compiled on first use, then kept. */
  readonly compiled: () => CompiledRuleset;
  /** The releases of this ruleset, of every version of it. */
  readonly releases: readonly Release[];
  readonly basis: Basis;
}

/** Everything a rulesets folder holds, checked whole. */
export interface Library {
  readonly basis: Basis;
  /** What no rule rests on. */
  readonly programme: ProgrammeDocuments;
  /** By ruleset id, in order of id; versions in order of semver precedence. */
  readonly rulesets: ReadonlyMap<string, readonly Version[]>;
  /** As listed in `releases.json`. */
  readonly releases: readonly Release[];
}
