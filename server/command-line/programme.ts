import { existsSync } from 'node:fs';
import { err, nearest, ok, type Result } from '../../engine/index.ts';
import { addUpProgramme, checkProgramme, type Programme } from '../../engine/programme.ts';
import { documentOf } from '../library/document-text.ts';
import { programmeCsv } from '../programme/programme-csv.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { opened } from './opened.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface ProgrammeOptions {
  readonly rulesets: string;
  /** Whether it is written as CSV, a row a figure, a line of money or a conflict. */
  readonly csv?: boolean;
}

/** `councils-phase-1`: a programme of the rulesets folder; a file has a dot or a slash, or is there. */
const published = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function programmeNamed(id: string, rulesets: string): Result<Programme, Failure> {
  const library = opened(rulesets);
  if (!library.ok) return library;
  const { programmes } = library.value.programme;
  const held = programmes.get(id);
  if (held !== undefined) return ok(held.document);
  const there = programmes.size === 0 ? 'there are none' : `there are ${[...programmes.keys()].join(', ')}`;
  const suggestion = nearest(id, [...programmes.keys()]);
  const detail = `the folder has no programme \`${id}\`: ${there}`;
  return err(failure('programme-not-found', detail, suggestion === undefined ? {} : { suggestion }));
}

async function programmeIn(file: string, io: Io): Promise<Result<Programme, Failure>> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${file}\` that can be read`));
  const document = documentOf(bytes.value);
  const checked = document.ok ? checkProgramme(document.value) : document;
  if (checked.ok) return checked;
  const where = file === '-' ? 'the programme on standard input' : `the programme in \`${file}\``;
  return err(failure('programme-invalid', `${where} cannot be added up`, { findings: checked.error }));
}

/** Adds up the programme in a file, or of that id in the rulesets folder. */
export async function programmeCommand(
  file: string,
  { csv, rulesets }: ProgrammeOptions,
  io: Io,
): Promise<Outcome> {
  const named = published.test(file) && !existsSync(file);
  const programme = named ? programmeNamed(file, rulesets) : await programmeIn(file, io);
  if (!programme.ok) return programme.error;
  const found = addUpProgramme(programme.value);
  return csv === true ? { exit: 0, text: programmeCsv(found) } : { exit: 0, output: found };
}
