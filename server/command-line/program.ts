import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '../../engine/index.ts';
import { traceLevels } from '../library/evaluate.ts';
import { buildName } from '../library/build-name.ts';
import { kinds } from './document-kind.ts';
import { diffCommand, type DiffOptions } from './diff.ts';
import { evaluateCommand, type EvaluateOptions } from './evaluate.ts';
import {
  diffHelp,
  evaluateHelp,
  programHelp,
  rulesetsHelp,
  serveHelp,
  showHelp,
  testHelp,
  validateHelp,
} from './help.ts';
import type { Io } from './io.ts';
import type { Outcome } from './problem.ts';
import { rulesetsCommand, type RulesetsOptions } from './rulesets.ts';
import { serveCommand, type ServeOptions } from './serve.ts';
import { showCommand, type ShowOptions } from './show.ts';
import { testCommand, type TestOptions } from './test.ts';
import { validateCommand, type ValidateOptions } from './validate.ts';

/** Takes how a command ended, and whether its JSON is to be indented. */
type Settle = (outcome: Outcome, pretty: boolean) => void;

interface Parts {
  readonly program: Command;
  readonly io: Io;
  readonly settle: Settle;
}

interface Pretty {
  readonly pretty?: boolean;
}

function day(text: string): string {
  if (parseDay(text) === undefined) {
    throw new InvalidArgumentError('It is not a day that exists, written YYYY-MM-DD.');
  }
  return text;
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('It is not a port from 0 to 65535.');
}

const rulesetForms = 'phase-1@1.0.0, phase-1@sha256:…, or a ruleset file';

function folderOption(io: Io): Option {
  return new Option('--rulesets <dir>', 'folder of rulesets').default(io.rulesets);
}

function prettyOption(): Option {
  return new Option('--pretty', 'indent the JSON, as at a terminal');
}

function addEvaluate({ program, io, settle }: Parts): void {
  program
    .command('evaluate')
    .summary('one decision for one family')
    .description('Decides one family under one ruleset version as of one day.')
    .addArgument(new Argument('<family>', 'file with the family as JSON, or - for standard input'))
    .requiredOption('--ruleset <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the day the rules see as today', day)
    .option('--restate-attachment <day>', 'decide as if the family was attached on that day', day)
    .addOption(
      new Option('--trace <level>', 'how much of each place of the rules to show')
        .choices(traceLevels)
        .default('summary'),
    )
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', evaluateHelp)
    .action(async (file: string, options: EvaluateOptions & Pretty) => {
      settle(await evaluateCommand(file, options, io), options.pretty === true);
    });
}

function addValidate({ program, io, settle }: Parts): void {
  program
    .command('validate')
    .summary('every error and warning in rulesets and other documents')
    .description('Checks documents whole and reports every finding at once.')
    .argument('<file...>', 'files to check')
    .addOption(new Option('--as <kind>', 'what the files are, where their keys do not tell').choices(kinds))
    .option('--ruleset <ruleset>', `whose vocabulary a family is written in: ${rulesetForms}`)
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', validateHelp)
    .action((files: string[], options: ValidateOptions & Pretty) => {
      settle(validateCommand(files, options), options.pretty === true);
    });
}

function addTest({ program, io, settle }: Parts): void {
  program
    .command('test')
    .summary('run the cases that ship with rulesets')
    .description('Runs the cases of these rulesets, or of every version in the folder.')
    .argument('[file...]', 'ruleset files, or files of cases with their ruleset beside them')
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', testHelp)
    .action((files: string[], options: TestOptions & Pretty) => {
      settle(testCommand(files, options), options.pretty === true);
    });
}

function addRulesets({ program, io, settle }: Parts): void {
  program
    .command('rulesets')
    .summary('what there is, and what is in force on a day')
    .description('Lists every ruleset, its versions and their content hashes, and its releases.')
    .option('--on <day>', 'also say which version is in force on that day', day)
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', rulesetsHelp)
    .action((options: RulesetsOptions & Pretty) => {
      settle(rulesetsCommand(options), options.pretty === true);
    });
}

function addShow({ program, io, settle }: Parts): void {
  program
    .command('show')
    .summary('a ruleset as English')
    .description('Prints every criterion, condition, result, payment and parameter as a sentence.')
    .argument('<ruleset>', rulesetForms)
    .option('--line <id>', 'only this rule, condition, parameter or fact, and what stands below it')
    .option('--json', 'the same as JSON, each sentence in pieces')
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', showHelp)
    .action((ruleset: string, options: ShowOptions & Pretty) => {
      settle(showCommand(ruleset, options), options.pretty === true);
    });
}

function addDiff({ program, io, settle }: Parts): void {
  program
    .command('diff')
    .summary('the edits between two versions, in words')
    .description(
      'Writes what changed from one version to another, and whether each edit is looser or tighter.',
    )
    .argument('<was>', rulesetForms)
    .argument('<now>', rulesetForms)
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', diffHelp)
    .action((was: string, now: string, options: DiffOptions & Pretty) => {
      settle(diffCommand(was, now, options), options.pretty === true);
    });
}

function addServe({ program, io, settle }: Parts): void {
  program
    .command('serve')
    .summary('the server')
    .description('Serves evaluations over HTTP, the API reference and the start page.')
    .option('--port <port>', 'port to listen on; 0 for any that is free', port)
    .option('--host <host>', 'address to listen on')
    .option('--open', 'ask for no key; on a loopback address only')
    .option('--rulesets <dir>', `folder of rulesets (default: "${io.rulesets}", or THRESHOLD_RULESETS)`)
    .addHelpText('after', serveHelp)
    .action(async (options: ServeOptions) => {
      settle(await serveCommand(options, io), false);
    });
}

/** The commands, their options and their help; every way out of parsing throws a CommanderError. */
export function programFor(io: Io, settle: Settle): Command {
  const program = new Command('threshold')
    .description('Decides families under the payment rules of the Troubled Families programme.')
    .version(buildName, '--version', 'what this is, and its version')
    .helpOption('--help', 'how to use it')
    .helpCommand('help [command]', 'how to use one command')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => undefined })
    .addHelpText('after', programHelp);
  const parts = { program, io, settle };
  addEvaluate(parts);
  addValidate(parts);
  addTest(parts);
  addRulesets(parts);
  addShow(parts);
  addDiff(parts);
  addServe(parts);
  return program;
}
