import { checkSchedule, project } from '../../engine/programme.ts';
import { documentOf } from '../library/document-text.ts';
import { projectionCsv } from '../programme/projection-csv.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

export interface ProjectOptions {
  /** Whether it is written as CSV, a row a column of the schedule. */
  readonly csv?: boolean;
}

/** Projects the schedule in a file. */
export async function projectCommand(file: string, { csv }: ProjectOptions, io: Io): Promise<Outcome> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  const checked = document.ok ? checkSchedule(document.value) : document;
  if (!checked.ok) {
    const where = file === '-' ? 'the schedule on standard input' : `the schedule in \`${file}\``;
    return failure('schedule-invalid', `${where} cannot be projected`, { findings: checked.error });
  }
  const found = project(checked.value);
  return csv === true ? { exit: 0, text: projectionCsv(found) } : { exit: 0, output: found };
}
