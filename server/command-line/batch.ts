import { createReadStream } from 'node:fs';
import { type BatchSummary, decideBatch } from '../batch/batch.ts';
import { plainVersion } from '../batch/setup.ts';
import { createThreads } from '../batch/threads.ts';
import type { Question } from '../library/evaluate.ts';
import type { Io } from './io.ts';
import { versionNamed } from './opened.ts';
import { failure, type Outcome } from './problem.ts';

export interface BatchOptions extends Question {
  readonly ruleset: string;
  readonly rulesets: string;
  readonly brief?: boolean;
  readonly strict?: boolean;
  readonly threads: number;
}

/** The longest line that is read: a family of thousands of records is far shorter. */
export const LINE_BYTES = 8 * 1024 * 1024;

/** A file, or standard input where it is `-`. */
function inputFrom(file: string, io: Io): AsyncIterable<Uint8Array> {
  return file === '-' ? io.input() : createReadStream(file);
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))
  );
}

/** Decides many families, one a line; a problem is one line among the others. */
export async function batchCommand(file: string, options: BatchOptions, io: Io): Promise<Outcome> {
  const { asOf, restateAttachment, trace, brief = false, strict = false } = options;
  if (brief && trace !== 'none')
    return failure('usage', '`--brief` says nothing but verdicts and amounts: leave out `--trace`');
  const version = versionNamed(options.ruleset, options.rulesets);
  if (!version.ok) return version.error;
  const setup = {
    ...{ asOf, restateAttachment, trace, brief },
    version: plainVersion(version.value),
    lineBytes: LINE_BYTES,
    problems: '/problems/',
  };
  const threads = createThreads(options.threads);
  let problems = 0;
  const onEnd = (summary: BatchSummary) => {
    problems = summary.problems;
  };
  try {
    for await (const part of decideBatch(inputFrom(file, io), setup, { threads, onEnd }))
      await io.write(part);
    return { exit: strict && problems > 0 ? 1 : 0 };
  } catch (error) {
    if (isMissing(error)) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
    throw error;
  } finally {
    await threads.close();
  }
}
