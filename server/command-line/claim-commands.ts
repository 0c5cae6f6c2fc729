import type { Command } from 'commander';
import { claimsHelp, claimTotalsHelp, listClaimsHelp, reconcileHelp } from './claim-help.ts';
import { claimRunActs } from './claim-run-commands.ts';
import type { ClaimsOptions } from './claims.ts';
import { authorityOption, type Parts, type Pretty, prettyOption } from './options.ts';
import { storeOption } from './store-option.ts';

// because nothing else waits for a database's driver to load
const claims = () => import('./claims.ts');

/** The options that every one of them has. */
function withClaimsOptions(command: Command, rows: string): Command {
  return command
    .addOption(authorityOption())
    .option('--run <id>', 'only those of this run')
    .option('--csv', `a table: ${rows}`)
    .addOption(storeOption())
    .addOption(prettyOption());
}

function addList(group: Command, { io, settle }: Parts): void {
  withClaimsOptions(
    group
      .command('list')
      .summary('every claim, as it stands')
      .description('Writes the claims of an authority.'),
    'a row for each claim',
  )
    .addHelpText('after', listClaimsHelp)
    .action(async (options: ClaimsOptions & Pretty) => {
      const { listClaimsCommand } = await claims();
      settle(await listClaimsCommand(options, io), options.pretty === true);
    });
}

function addTotals(group: Command, { io, settle }: Parts): void {
  withClaimsOptions(
    group.command('totals').summary('what claims come to').description('Sums up the claims of an authority.'),
    'a row for each group',
  )
    .addHelpText('after', claimTotalsHelp)
    .action(async (options: ClaimsOptions & Pretty) => {
      const { claimTotalsCommand } = await claims();
      settle(await claimTotalsCommand(options, io), options.pretty === true);
    });
}

function addReconcile(group: Command, { io, settle }: Parts): void {
  withClaimsOptions(
    group
      .command('reconcile')
      .summary('claims beside what was paid')
      .description('Holds the claims of an authority against what was paid for them, line by line.')
      .argument('[statement]', 'CSV file of what was paid, or - for standard input'),
    'a row for each line',
  )
    .addHelpText('after', reconcileHelp)
    .action(async (file: string | undefined, options: ClaimsOptions & Pretty) => {
      const { reconcileCommand } = await claims();
      settle(await reconcileCommand(file, options, io), options.pretty === true);
    });
}

function addClaims(parts: Parts): void {
  const group = parts.program
    .command('claims')
    .summary('the ledger of claims')
    .description(
      'Reads the claims of an authority, makes them run by run, and writes down what became of them.',
    )
    .addHelpText('after', claimsHelp);
  for (const add of [addList, addTotals, addReconcile, ...claimRunActs]) add(group, parts);
}

/** The commands about claims. */
export const claimCommands = [addClaims];
