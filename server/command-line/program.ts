import { Command } from 'commander';
import { buildName } from '../library/build-name.ts';
import { claimCommands } from './claim-commands.ts';
import { decisionCommands } from './decision-commands.ts';
import { familyCommands } from './family-commands.ts';
import { programHelp, serveHelp } from './help.ts';
import { identityCommands } from './identity-commands.ts';
import type { Io } from './io.ts';
import { type Parts, port, type Settle } from './options.ts';
import { programmeCommands } from './programme-commands.ts';
import { rulesetCommands } from './ruleset-commands.ts';
import { serveCommand, type ServeOptions } from './serve.ts';
import { storeCommands } from './store-commands.ts';
import { windowCommands } from './window-commands.ts';

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

/** The command of these names, one within the other. */
function named(program: Command, names: readonly string[]): Command {
  let found = program;
  for (const name of names) {
    const next = found.commands.find((one) => one.name() === name || one.aliases().includes(name));
    if (next === undefined)
      return found.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
    found = next;
  }
  return found;
}

/** The commands, their options and their help; every way out of parsing throws a CommanderError. */
export function programFor(io: Io, settle: Settle): Command {
  const program = new Command('threshold')
    .description('Decides families under the payment rules of the Troubled Families programme.')
    .version(buildName, '--version', 'what this is, and its version')
    .helpOption('--help', 'how to use it')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => undefined })
    .addHelpText('after', programHelp);
  const commands = [
    ...familyCommands,
    ...rulesetCommands,
    ...identityCommands,
    ...decisionCommands,
    ...storeCommands,
    ...programmeCommands,
    ...claimCommands,
    ...windowCommands,
    addServe,
  ];
  for (const add of commands) add({ program, io, settle });
  for (const group of program.commands)
    if (group.commands.length > 0) group.helpCommand('help [command]', 'how to use one of them');
  program
    .command('help')
    .summary('how to use one command')
    .description('Says how to use a command, such as `claims begin`.')
    .argument('[command...]', 'a command, and one of its own')
    .action((names: readonly string[]) => {
      named(program, names).help();
    });
  return program;
}
