import { addUpProgramme, checkProgramme } from '../../engine/programme.ts';
import { documentOf } from '../library/document-text.ts';
import { programmeCsv } from '../programme/programme-csv.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

export interface ProgrammeOptions {
  /** Whether it is written as CSV, a row a figure, a line of money or a conflict. */
  readonly csv?: boolean;
}

/** Adds up the programme in a file. */
export async function programmeCommand(file: string, { csv }: ProgrammeOptions, io: Io): Promise<Outcome> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return failure('file-unreadable', `there is no file \`${file}\` that can be read`);
  const document = documentOf(bytes.value);
  const checked = document.ok ? checkProgramme(document.value) : document;
  if (!checked.ok) {
    const where = file === '-' ? 'the programme on standard input' : `the programme in \`${file}\``;
    return failure('programme-invalid', `${where} cannot be added up`, { findings: checked.error });
  }
  const found = addUpProgramme(checked.value);
  return csv === true ? { exit: 0, text: programmeCsv(found) } : { exit: 0, output: found };
}
