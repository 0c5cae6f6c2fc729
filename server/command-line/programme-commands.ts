import { Argument } from 'commander';
import { costsCommand, type CostsOptions } from './costs.ts';
import { costsHelp, programmeHelp, projectHelp } from './programme-help.ts';
import { programmeCommand, type ProgrammeOptions } from './programme.ts';
import { type Parts, type Pretty, prettyOption } from './options.ts';
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
    .requiredOption('--unit-costs <file>', 'file with the unit costs as JSON')
    .option('--csv', 'a table: a row for each line of the sheet')
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
    .addArgument(new Argument('<programme>', 'file with the programme as JSON, or - for standard input'))
    .option('--csv', 'a table: a row for each figure, line of money and conflict')
    .addOption(prettyOption())
    .addHelpText('after', programmeHelp)
    .action(async (file: string, options: ProgrammeOptions & Pretty) => {
      settle(await programmeCommand(file, options, io), options.pretty === true);
    });
}

/** The commands about what follows decisions. */
export const programmeCommands = [addProject, addCosts, addProgramme];
