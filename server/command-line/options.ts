import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '../../engine/index.ts';
import { OPINIONS_PER_THOUSAND } from '../batch/setup.ts';
import type { Io } from './io.ts';
import type { Outcome } from './problem.ts';

/** Takes how a command ended, and whether its JSON is to be indented. */
export type Settle = (outcome: Outcome, pretty: boolean) => void;

/** What a command is added to. */
export interface Parts {
  readonly program: Command;
  readonly io: Io;
  readonly settle: Settle;
}

export interface Pretty {
  readonly pretty?: boolean;
}

export const rulesetForms = 'phase-1@1.0.0, phase-1@sha256:…, or a ruleset file';

export function day(text: string): string {
  if (parseDay(text) === undefined) {
    throw new InvalidArgumentError('It is not a day that exists, written YYYY-MM-DD.');
  }
  return text;
}

export function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('It is not a port from 0 to 65535.');
}

function threadCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= 1) return count;
  throw new InvalidArgumentError('It is not a number of threads from 1 to 999.');
}

function perThousand(text: string): number {
  const count = Number(text);
  if (/^\d{1,4}$/.test(text) && count <= 1000) return count;
  throw new InvalidArgumentError('It is not a whole number from 0 to 1000.');
}

export function folderOption(io: Io): Option {
  return new Option('--rulesets <dir>', 'folder of rulesets').default(io.rulesets);
}

export function prettyOption(): Option {
  return new Option('--pretty', 'indent the JSON, as at a terminal');
}

/** Whose claims. */
export function authorityOption(): Option {
  return new Option(
    '--authority <name>',
    'whose claims: as families name their local authority, or national',
  ).makeOptionMandatory();
}

/** Many families. */
export function familiesArgument(): Argument {
  return new Argument('[families]', 'file with one family a line, or - for standard input').default('-');
}

export function threadsOption(io: Io): Option {
  return new Option('--threads <count>', 'threads that decide').argParser(threadCount).default(io.processors);
}

export function secondOpinionOption(): Option {
  return new Option('--second-opinion <n>', 'of 1,000 lines, how many json-rules-engine judges too')
    .argParser(perThousand)
    .default(OPINIONS_PER_THOUSAND);
}
