import { Argument } from 'commander';
import { projectHelp } from './programme-help.ts';
import { type Parts, type Pretty, prettyOption } from './options.ts';
import { projectCommand, type ProjectOptions } from './project.ts';

function addProject({ program, io, settle }: Parts): void {
  program
    .command('project')
    .summary('what a schedule of families comes to')
    .description('Projects a caseload, its peak, what becomes claimable and cash from families taken on.')
    .addArgument(new Argument('<schedule>', 'file with the schedule as JSON, or - for standard input'))
    .option('--csv', 'a table: a row for each column of the schedule')
    .addOption(prettyOption())
    .addHelpText('after', projectHelp)
    .action(async (file: string, options: ProjectOptions & Pretty) => {
      settle(await projectCommand(file, options, io), options.pretty === true);
    });
}

/** The commands about what follows decisions. */
export const programmeCommands = [addProject];
