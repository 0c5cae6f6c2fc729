import { checkSchedule, project } from '../../engine/programme.ts';
import { shippedWindows } from '../claims/windows.ts';
import { documentOf } from '../library/document-text.ts';
import { projectionCsv } from '../programme/projection-csv.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

export interface ProjectOptions {
  /** Whether it is written as CSV, a row a column of the schedule. */
  readonly csv?: boolean;
  /** Whether that CSV has a row a claim window instead. */
  readonly byWindow?: boolean;
}

/** Projects the schedule in a file. Windows that it only names are those that come with the program. */
export async function projectCommand(
  file: string,
  { csv = false, byWindow = false }: ProjectOptions,
  io: Io,
): Promise<Outcome> {
  if (byWindow && !csv)
    return failure('usage', '`--by-window` says what the rows of a table are: add `--csv`');
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  const windows = shippedWindows().map(({ window }) => window);
  const checked = document.ok ? checkSchedule(document.value, windows) : document;
  if (!checked.ok) {
    const where = file === '-' ? 'the schedule on standard input' : `the schedule in \`${file}\``;
    return failure('schedule-invalid', `${where} cannot be projected`, { findings: checked.error });
  }
  const found = project(checked.value);
  if (!csv) return { exit: 0, output: found };
  return { exit: 0, text: projectionCsv(found, byWindow ? 'window' : 'column') };
}
