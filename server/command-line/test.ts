import { type CaseResult, err, ok, type Result, runCases } from '../../engine/index.ts';
import type { Version } from '../library/library.ts';
import { opened, versionInFile } from './opened.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface TestOptions {
  readonly rulesets: string;
}

interface Run {
  readonly version: Version;
  readonly results: readonly CaseResult[];
}

function run(version: Version): Run {
  const vocabulary = version.basis.vocabularies.get(version.ruleset.vocabulary);
  if (vocabulary === undefined)
    throw new Error('invariant: a checked ruleset names a vocabulary that is there');
  const { cases } = version;
  const results = cases === undefined ? [] : runCases(version.compiled(), cases, vocabulary.parseFamily);
  return { version, results };
}

function summary({ version, results }: Run) {
  const failed = results.filter(({ passed }) => !passed);
  return {
    ruleset: version.ruleset.id,
    version: version.ruleset.version,
    hash: version.hash,
    passed: results.length - failed.length,
    failed: failed.length,
    failures: failed.map(({ id, name, differences, findings }) => ({ id, name, differences, findings })),
  };
}

/** The ruleset of a file that may be the cases beside it. A file that was named must have cases to run. */
function versionWithCases(file: string, folder: string): Result<Version, Failure> {
  const version = versionInFile(file.replace(/\.cases\.json$/, '.json'), folder);
  if (!version.ok || version.value.cases !== undefined) return version;
  return err(failure('no-cases', `there are no cases beside \`${file}\``));
}

function versionsIn(files: readonly string[], folder: string): Result<Version[], Failure> {
  if (files.length === 0) {
    const library = opened(folder);
    return library.ok ? ok([...library.value.rulesets.values()].flat()) : library;
  }
  const versions: Version[] = [];
  for (const file of files) {
    const version = versionWithCases(file, folder);
    if (!version.ok) return version;
    versions.push(version.value);
  }
  return ok(versions);
}

/** Runs the cases that ship with rulesets: of these files, or of every version in the folder. */
export function testCommand(files: readonly string[], options: TestOptions): Outcome {
  const versions = versionsIn(files, options.rulesets);
  if (!versions.ok) return versions.error;
  const rulesets = versions.value.map((version) => summary(run(version)));
  const total = (count: (one: (typeof rulesets)[number]) => number) =>
    rulesets.reduce((sum, one) => sum + count(one), 0);
  const failed = total((one) => one.failed);
  return {
    exit: failed > 0 ? 1 : 0,
    output: { passed: total((one) => one.passed), failed, rulesets },
  };
}
