import { type Diagnostic, err, ok, type Result } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { evaluateAgreed, type Refused } from '../library/agreed.ts';
import { bytesOf, documentOf } from '../library/document-text.ts';
import type { Question } from '../library/evaluate.ts';
import type { Version } from '../library/library.ts';
import type { Io } from './io.ts';
import { versionNamed } from './opened.ts';
import { failure, type Failure, type Outcome } from './problem.ts';

export interface EvaluateOptions extends Question {
  readonly ruleset: string;
  readonly rulesets: string;
}

/** A file, or standard input where it is `-`. */
export async function bytesFrom(file: string, io: Io): Promise<Result<Uint8Array, Diagnostic[]>> {
  return file === '-' ? { ok: true, value: await io.stdin() } : bytesOf(file);
}

/** A family's document and the version that a command names, or why there is neither. */
export async function familyFrom(
  file: string,
  { ruleset, rulesets }: Pick<EvaluateOptions, 'ruleset' | 'rulesets'>,
  io: Io,
): Promise<Result<{ readonly version: Version; readonly document: unknown }, Failure>> {
  const version = versionNamed(ruleset, rulesets);
  if (!version.ok) return version;
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${file}\` that can be read`));
  const document = documentOf(bytes.value);
  if (!document.ok) return err(unreadable(file, document.error));
  return ok({ version: version.value, document: document.value });
}

export function unreadable(file: string, findings: Diagnostic[]): Failure {
  const where = file === '-' ? 'the family on standard input' : `the family in \`${file}\``;
  return failure('family-invalid', `${where} cannot be read`, { findings });
}

/** Why a family that was given is not decided. */
export function refusal(file: string, refused: Refused): Failure {
  if (refused.code === 'family-invalid') return unreadable(file, refused.findings);
  const detail = 'the public engine folds the same facts to another verdict; `threshold export` writes both';
  return failure('engines-disagree', detail, { places: refused.places });
}

/** Decides one family. */
export async function evaluateCommand(file: string, options: EvaluateOptions, io: Io): Promise<Outcome> {
  const given = await familyFrom(file, options, io);
  if (!given.ok) return given.error;
  const { version, document } = given.value;
  const decided = await evaluateAgreed({ version, secondOpinion }, document, options);
  return decided.ok ? { exit: 0, output: decided.value.decision } : refusal(file, decided.error);
}
