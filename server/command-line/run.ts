import { CommanderError } from 'commander';
import type { Io } from './io.ts';
import { failure, type Failure, type Outcome } from './problem.ts';
import { programFor } from './program.ts';

/** commander's message as a problem: its words in our quotation marks, its suggestion on its own. */
function usage({ code, message }: CommanderError): Failure {
  if (code === 'commander.help')
    return failure('usage', 'no command is given; `threshold --help` lists them');
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  const detail = message
    .replace(/^error: /, '')
    .replace(/\s*\(Did you mean .+\?\)/, '')
    .replace(/ is invalid\. (\w)/, (_, letter: string) => ` is invalid: ${letter.toLowerCase()}`)
    .replace(/\.$/, '')
    .replaceAll("'", '`');
  return failure('usage', detail, suggestion === undefined ? {} : { suggestion });
}

function line(value: unknown, pretty: boolean): string {
  return `${JSON.stringify(value, undefined, pretty ? 2 : undefined)}\n`;
}

function report(outcome: Outcome, io: Io, pretty: boolean): number {
  const indent = pretty || io.terminal;
  if ('problem' in outcome) io.err(line(outcome.problem, indent));
  else if ('text' in outcome) io.out(outcome.text);
  else if (outcome.output !== undefined) io.out(line(outcome.output, indent));
  return outcome.exit;
}

/** Runs one command line, without the program's own name, and returns its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exit = 0;
  const program = programFor(io, (outcome, pretty) => {
    exit = report(outcome, io, pretty);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : report(usage(error), io, false);
  }
}
