import { Argument, type Command, Option } from 'commander';
import { traceLevels } from '../library/evaluate.ts';
import { batchCommand, type BatchOptions, compareCommand, type CompareOptions } from './batch.ts';
import { claimableCommand, type ClaimableOptions, neededCommand } from './claimable.ts';
import { evaluateCommand, type EvaluateOptions } from './evaluate.ts';
import { exportCommand, exportForms, type ExportOptions } from './export.ts';
import { batchHelp, claimableHelp, compareHelp, evaluateHelp, exportHelp, neededHelp } from './help.ts';
import {
  day,
  familiesArgument,
  folderOption,
  type Parts,
  type Pretty,
  prettyOption,
  rulesetForms,
  secondOpinionOption,
  threadsOption,
} from './options.ts';
import { synthHelp } from './synth-help.ts';
import { profileName, rate, whole } from './synth-options.ts';
import { synthCommand, type SynthOptions } from './synth.ts';

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

function aheadOptions(command: Command, io: Parts['io']): Command {
  return command
    .addArgument(new Argument('<family>', 'file with the family as JSON, or - for standard input'))
    .requiredOption('--ruleset <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the first day asked about', day)
    .option('--until <day>', 'the last day asked about (default: three years on)', day)
    .option('--restate-attachment <day>', 'decide as if the family was attached on that day', day)
    .addOption(folderOption(io))
    .addOption(prettyOption());
}

function addClaimable({ program, io, settle }: Parts): void {
  aheadOptions(program.command('claimable'), io)
    .summary('when a family can first be claimed for')
    .description('Finds when each payment can first be claimed for a family if nothing new happens to it.')
    .addHelpText('after', claimableHelp)
    .action(async (file: string, options: ClaimableOptions & Pretty) => {
      settle(await claimableCommand(file, options, io), options.pretty === true);
    });
}

function addNeeded({ program, io, settle }: Parts): void {
  aheadOptions(program.command('needed'), io)
    .summary('what a family still needs to be claimed for')
    .description('Finds the smallest sets of changes after which each payment could be claimed for a family.')
    .addHelpText('after', neededHelp)
    .action(async (file: string, options: ClaimableOptions & Pretty) => {
      settle(await neededCommand(file, options, io), options.pretty === true);
    });
}

function addBatch({ program, io, settle }: Parts): void {
  program
    .command('batch')
    .summary('a decision for each family of an NDJSON input')
    .description('Decides many families, one a line, and writes one line for each, the summary last.')
    .addArgument(familiesArgument())
    .requiredOption('--ruleset <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the day the rules see as today', day)
    .option('--restate-attachment <day>', 'decide as if each family was attached on that day', day)
    .addOption(
      new Option('--trace <level>', 'how much of each place of the rules to show')
        .choices(traceLevels)
        .default('none'),
    )
    .option('--brief', 'verdicts and amounts alone: no reasons, no missing data, no hashes of families')
    .option('--strict', 'exit 1 where a line has a problem')
    .addOption(threadsOption(io))
    .addOption(secondOpinionOption())
    .addOption(folderOption(io))
    .addHelpText('after', batchHelp)
    .action(async (file: string, options: BatchOptions) => {
      settle(await batchCommand(file, options, io), false);
    });
}

function addCompare({ program, io, settle }: Parts): void {
  program
    .command('compare')
    .summary('what two versions say differently of each family')
    .description(
      'Decides every family under two versions and writes what changes from the left to the right.',
    )
    .addArgument(familiesArgument())
    .requiredOption('--left <ruleset>', rulesetForms)
    .requiredOption('--right <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the day the rules see as today', day)
    .option('--restate-attachment <day>', 'under the right version, decide as if attached on that day', day)
    .option('--causes', 'say which edits between the two versions cause each change')
    .addOption(threadsOption(io))
    .addOption(secondOpinionOption())
    .addOption(folderOption(io))
    .addHelpText('after', compareHelp)
    .action(async (file: string, options: CompareOptions) => {
      settle(await compareCommand(file, options, io), false);
    });
}

function addExport({ program, io, settle }: Parts): void {
  program
    .command('export')
    .summary('rules and facts for one family, for a public rules engine')
    .description('Writes a ruleset and one family’s facts as plain rules of a public engine.')
    .addArgument(new Argument('<family>', 'file with the family as JSON, or - for standard input'))
    .addOption(
      new Option('--to <engine>', 'the engine that is to run them')
        .choices(exportForms)
        .makeOptionMandatory(),
    )
    .requiredOption('--ruleset <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the day the rules see as today', day)
    .option('--restate-attachment <day>', 'as if the family was attached on that day', day)
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', exportHelp)
    .action(async (file: string, options: ExportOptions & Pretty) => {
      settle(await exportCommand(file, options, io), options.pretty === true);
    });
}

function addSynth({ program, io, settle }: Parts): void {
  program
    .command('synth')
    .summary('invented families, as many as are asked for')
    .description('Writes synthetic families of a profile, one a line.')
    .requiredOption('--families <n>', 'how many', whole)
    .requiredOption('--seed <seed>', 'what they are drawn from: a whole number', whole)
    .requiredOption('--profile <profile>', 'what they are like: a name, or a file', profileName)
    .option('--rate <name=value>', 'set a rate otherwise than the profile; may be repeated', rate)
    .addOption(new Option('--from-index <index>', 'the first of them').argParser(whole).default(0))
    .addHelpText('after', synthHelp)
    .action(async (options: SynthOptions) => {
      settle(await synthCommand(options, io), false);
    });
}

/** The commands that decide families, and the one that makes them up. */
export const familyCommands = [
  addEvaluate,
  addClaimable,
  addNeeded,
  addBatch,
  addCompare,
  addExport,
  addSynth,
];
