import { createReadStream } from 'node:fs';
import { type BatchSummary, decideBatch } from '../batch/batch.ts';
import { type BatchSetup, plainVersion } from '../batch/setup.ts';
import { createThreads } from '../batch/threads.ts';
import type { Question } from '../library/evaluate.ts';
import type { Io } from './io.ts';
import { versionNamed } from './opened.ts';
import { failure, type Failure, type Outcome } from './problem.ts';

export interface BatchOptions extends Question {
  readonly ruleset: string;
  readonly rulesets: string;
  readonly brief?: boolean;
  readonly strict?: boolean;
  readonly threads: number;
  readonly secondOpinion: number;
}

export interface CompareOptions {
  readonly left: string;
  readonly right: string;
  readonly asOf: string;
  readonly restateAttachment?: string;
  readonly causes?: boolean;
  readonly rulesets: string;
  readonly threads: number;
  readonly secondOpinion: number;
}

/** The longest line that is read: a family of thousands of records is far shorter. */
export const LINE_BYTES = 8 * 1024 * 1024;

const common = { lineBytes: LINE_BYTES, problems: '/problems/' };

/** A file, or standard input where it is `-`. */
export function inputFrom(file: string, io: Io): AsyncIterable<Uint8Array> {
  return file === '-' ? io.input() : createReadStream(file);
}

/** Whether a file is not there to be read. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))
  );
}

interface Work {
  readonly file: string;
  readonly setup: BatchSetup;
  readonly threads: number;
}

/** Writes an answer for each line of a file and gives the summary, or says that there is no such file. */
async function answered({ file, setup, threads: most }: Work, io: Io): Promise<BatchSummary | Failure> {
  const threads = createThreads(most);
  const summaries: BatchSummary[] = [];
  const onEnd = (summary: BatchSummary) => void summaries.push(summary);
  // because the line itself says so, and there is no log
  const onDisagreement = () => undefined;
  try {
    for await (const part of decideBatch(inputFrom(file, io), setup, { threads, onEnd, onDisagreement }))
      await io.write(part);
    const [summary] = summaries;
    if (summary === undefined) throw new Error('invariant: a batch that has come to its end has a summary');
    return summary;
  } catch (error) {
    if (isMissing(error)) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
    throw error;
  } finally {
    await threads.close();
  }
}

/** Decides many families, one a line; a problem is one line among the others. */
export async function batchCommand(file: string, options: BatchOptions, io: Io): Promise<Outcome> {
  const { asOf, restateAttachment, trace, brief = false, strict = false, threads } = options;
  if (brief && trace !== 'none')
    return failure('usage', '`--brief` says nothing but verdicts and amounts: leave out `--trace`');
  const version = versionNamed(options.ruleset, options.rulesets);
  if (!version.ok) return version.error;
  const setup = {
    ...{ ...common, asOf, restateAttachment, trace, brief },
    opinionsPerThousand: options.secondOpinion,
    version: plainVersion(version.value),
  };
  const ended = await answered({ file, setup, threads }, io);
  if ('exit' in ended) return ended;
  return { exit: strict && ended.problems > 0 ? 1 : 0 };
}

/** What two versions say differently of each family; the restated attachment is for the right one alone. */
export async function compareCommand(file: string, options: CompareOptions, io: Io): Promise<Outcome> {
  const { asOf, restateAttachment, causes = false, rulesets, threads } = options;
  const left = versionNamed(options.left, rulesets);
  if (!left.ok) return left.error;
  const right = versionNamed(options.right, rulesets);
  if (!right.ok) return right.error;
  const setup: BatchSetup = {
    ...{ ...common, asOf, trace: 'none', brief: true },
    opinionsPerThousand: options.secondOpinion,
    version: plainVersion(left.value),
    right: { version: plainVersion(right.value), restateAttachment, causes },
  };
  const ended = await answered({ file, setup, threads }, io);
  if ('exit' in ended) return ended;
  return { exit: (ended.compared?.changed ?? 0) > 0 ? 1 : 0 };
}
