import type { Diagnostic, Result } from '../../engine/index.ts';
import { bytesOf, documentOf } from '../library/document-text.ts';
import { evaluate, type Question } from '../library/evaluate.ts';
import type { Io } from './io.ts';
import { versionNamed } from './opened.ts';
import { failure, type Outcome } from './problem.ts';

export interface EvaluateOptions extends Question {
  readonly ruleset: string;
  readonly rulesets: string;
}

/** A file, or standard input where it is `-`. */
export async function bytesFrom(file: string, io: Io): Promise<Result<Uint8Array, Diagnostic[]>> {
  return file === '-' ? { ok: true, value: await io.stdin() } : bytesOf(file);
}

/** Decides one family. */
export async function evaluateCommand(file: string, options: EvaluateOptions, io: Io): Promise<Outcome> {
  const version = versionNamed(options.ruleset, options.rulesets);
  if (!version.ok) return version.error;
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  const decision = document.ok ? evaluate(version.value, document.value, options) : document;
  if (decision.ok) return { exit: 0, output: decision.value };
  const where = file === '-' ? 'the family on standard input' : `the family in \`${file}\``;
  return failure('family-invalid', `${where} cannot be read`, { findings: decision.error });
}
