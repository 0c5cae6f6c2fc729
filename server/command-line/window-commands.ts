import { type Parts, type Pretty, prettyOption } from './options.ts';
import { storeOption, type StoreOptions } from './store-option.ts';
import { listWindowsHelp, setWindowHelp, windowsHelp } from './window-help.ts';

// because nothing else waits for a database's driver to load
const windows = () => import('./windows.ts');

function addWindows({ program, io, settle }: Parts): void {
  const group = program
    .command('windows')
    .summary('the days on which claims are taken')
    .description('Lists the claim windows, and puts one in force.')
    .addHelpText('after', windowsHelp);
  group
    .command('list')
    .summary('every claim window')
    .description('Writes the claim windows that count, and those that were replaced.')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', listWindowsHelp)
    .action(async (options: StoreOptions & Pretty) => {
      const { listWindowsCommand } = await windows();
      settle(await listWindowsCommand(options, io), options.pretty === true);
    });
  group
    .command('set')
    .summary('put a claim window in force')
    .description('Puts a claim window in force, in place of the one of its id.')
    .argument('<window>', 'file with the window and its source as JSON, or - for standard input')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', setWindowHelp)
    .action(async (file: string, options: StoreOptions & Pretty) => {
      const { setWindowCommand } = await windows();
      settle(await setWindowCommand(file, options, io), options.pretty === true);
    });
}

/** The commands about claim windows. */
export const windowCommands = [addWindows];
