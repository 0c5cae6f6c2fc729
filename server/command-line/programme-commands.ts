import { Argument } from 'commander';
import { costsCommand, type CostsOptions } from './costs.ts';
import { forecastCommand, type ForecastOptions } from './forecast.ts';
import { costsHelp, forecastHelp, programmeHelp, projectHelp } from './programme-help.ts';
import { programmeCommand, type ProgrammeOptions } from './programme.ts';
import {
  day,
  familiesArgument,
  folderOption,
  type Parts,
  type Pretty,
  prettyOption,
  rulesetForms,
  threadsOption,
} from './options.ts';
import { projectCommand, type ProjectOptions } from './project.ts';

function addProject({ program, io, settle }: Parts): void {
  program
    .command('project')
    .summary('what a schedule of families comes to')
    .description('Projects a caseload, its peak, what becomes claimable and cash from families taken on.')
    .addArgument(new Argument('<schedule>', 'file with the schedule as JSON, or - for standard input'))
    .option('--csv', 'a table: a row for each column of the schedule')
    .option('--by-window', 'with --csv, a row for each claim window, and what is claimed in none')
    .addOption(prettyOption())
    .addHelpText('after', projectHelp)
    .action(async (file: string, options: ProjectOptions & Pretty) => {
      settle(await projectCommand(file, options, io), options.pretty === true);
    });
}

function addCosts({ program, io, settle }: Parts): void {
  program
    .command('costs')
    .summary('what a family cost, phase by phase')
    .description(
      'Adds up a cost sheet with unit costs: before, intervention, after, and what is saved, gross.',
    )
    .addArgument(new Argument('<sheet>', 'file with the cost sheet as JSON, or - for standard input'))
    .requiredOption(
      '--unit-costs <costs>',
      'unit costs of the folder, such as hertfordshire@1.0.0, or a file',
    )
    .option('--family <file>', 'file with the family whose records are counted, as JSON')
    .option('--as-of <day>', 'the day on which the family’s records are seen', day)
    .option('--csv', 'a table: a row for each line of the sheet')
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', costsHelp)
    .action(async (file: string, options: CostsOptions & Pretty) => {
      settle(await costsCommand(file, options, io), options.pretty === true);
    });
}

function addProgramme({ program, io, settle }: Parts): void {
  program
    .command('programme')
    .summary('what targets and funding come to')
    .description('Adds up targets and funding, and says where their sources contradict themselves.')
    .addArgument(
      new Argument(
        '<programme>',
        'id of a programme of the folder, file with one as JSON, or - for standard input',
      ),
    )
    .option('--csv', 'a table: a row for each figure, line of money and conflict')
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', programmeHelp)
    .action(async (file: string, options: ProgrammeOptions & Pretty) => {
      settle(await programmeCommand(file, options, io), options.pretty === true);
    });
}

function addForecast({ program, io, settle }: Parts): void {
  program
    .command('forecast')
    .summary('what would be claimed for families in each claim window')
    .description(
      'Forecasts, low, expected and high, what would be claimed for many families by claim window.',
    )
    .addArgument(familiesArgument())
    .requiredOption('--ruleset <ruleset>', rulesetForms)
    .requiredOption('--as-of <day>', 'the day asked about; nothing new happens after it', day)
    .option(
      '--windows <file>',
      'file with the claim windows as JSON (default: those that come with the program)',
    )
    .option('--restate-attachment <day>', 'as if each family was attached on that day', day)
    .option('--csv', 'a table: a row for each window and each of its payments')
    .option('--strict', 'exit 1 where a line has a problem')
    .addOption(threadsOption(io))
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', forecastHelp)
    .action(async (file: string, options: ForecastOptions & Pretty) => {
      settle(await forecastCommand(file, options, io), options.pretty === true);
    });
}

/** The commands about what follows decisions. */
export const programmeCommands = [addProject, addForecast, addCosts, addProgramme];
