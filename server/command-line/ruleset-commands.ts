import { Option } from 'commander';
import { diffCommand, type DiffOptions } from './diff.ts';
import { kinds } from './document-kind.ts';
import { diffHelp, rulesetsHelp, showHelp, testHelp, validateHelp } from './help.ts';
import { day, folderOption, type Parts, type Pretty, prettyOption, rulesetForms } from './options.ts';
import { rulesetsCommand, type RulesetsOptions } from './rulesets.ts';
import { exportRulesetsCommand, importRulesetsCommand } from './rulesets-store.ts';
import { showCommand, type ShowOptions } from './show.ts';
import { testCommand, type TestOptions } from './test.ts';
import { validateCommand, type ValidateOptions } from './validate.ts';

function addRulesets({ program, io, settle }: Parts): void {
  const rulesets = program
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
  rulesets
    .command('export')
    .summary('what the store has published, as a folder')
    .description('Writes the rulesets, vocabularies, calendars and releases of the store as a folder.')
    .argument('<dir>', 'folder to write to; what else is in it stays')
    .action(async (folder: string) => {
      settle(await exportRulesetsCommand(folder, io), false);
    });
  rulesets
    .command('import')
    .summary('a folder into the store')
    .description('Fills an empty store; into one that is filled, makes drafts of what is new or differs.')
    .argument('<dir>', 'folder of rulesets')
    .action(async (folder: string) => {
      settle(await importRulesetsCommand(folder, io), false);
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

/** The commands that read rulesets and the documents they rest on. */
export const rulesetCommands = [addRulesets, addShow, addDiff, addValidate, addTest];
