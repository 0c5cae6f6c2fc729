import { type Command, InvalidArgumentError } from 'commander';
import { readHead } from '../audit/head.ts';
import type { AuditFilter } from '../audit/read.ts';
import type { KnownHead } from '../audit/verify.ts';
import { type Parts, type Pretty, prettyOption } from './options.ts';
import {
  auditHelp,
  backupHelp,
  headHelp,
  listHelp,
  restoreHelp,
  storeHelp,
  verifyHelp,
} from './store-help.ts';
import { storeOption, type StoreOptions } from './store-option.ts';

// because nothing else waits for a database's driver to load
const audit = () => import('./audit.ts');
const backup = () => import('./backup.ts');

function knownHead(text: string): KnownHead {
  const head = readHead(text);
  if (head === undefined) throw new InvalidArgumentError('It is not a head, written 12:<64 hex digits>.');
  return head;
}

function instant(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new InvalidArgumentError('It is not an instant in UTC, written 2026-01-01T00:00:00Z.');
  }
  return new Date(time).toISOString();
}

function addVerify(log: Command, { io, settle }: Parts): void {
  log
    .command('verify')
    .summary('whether anything was changed behind its back')
    .description('Follows the whole audit log and holds every row against it.')
    .option('--head <seq:hash>', 'an entry that the log is to hold, as noted before', knownHead)
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', verifyHelp)
    .action(async (options: StoreOptions & Pretty & { readonly head?: KnownHead }) => {
      const { verifyCommand } = await audit();
      settle(await verifyCommand(options, io), options.pretty === true);
    });
}

function addHead(log: Command, { io, settle }: Parts): void {
  log
    .command('head')
    .summary('its newest entry, to be noted elsewhere')
    .description('Writes the head of the audit log.')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', headHelp)
    .action(async (options: StoreOptions & Pretty) => {
      const { headCommand } = await audit();
      settle(await headCommand(options, io), options.pretty === true);
    });
}

function addList(log: Command, { io, settle }: Parts): void {
  log
    .command('list')
    .summary('its entries, one a line')
    .description('Writes entries of the audit log, the oldest first.')
    .option('--actor <actor>', 'only by this one: person:<id>, key:<id>, open or system')
    .option('--subject <id>', 'only what was done to this')
    .option('--action <action>', 'only what was done so, such as key-revoked')
    .option('--since <instant>', 'only from this instant on', instant)
    .addOption(storeOption())
    .addHelpText('after', listHelp)
    .action(async (options: StoreOptions & AuditFilter) => {
      const { listCommand } = await audit();
      settle(await listCommand(options, io), false);
    });
}

function addAudit(parts: Parts): void {
  const log = parts.program
    .command('audit')
    .summary('read and verify the audit log')
    .description('Reads the log of everything that was ever written, and verifies it.')
    .addHelpText('after', auditHelp);
  for (const add of [addVerify, addHead, addList]) add(log, parts);
}

function addBackup({ program, io, settle }: Parts): void {
  program
    .command('backup')
    .summary('copy the store while it is written')
    .description('Copies the store into one file, and verifies the copy before the file has its name.')
    .argument('<file>', 'file to write; it must not be there yet')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', backupHelp)
    .action(async (file: string, options: StoreOptions & Pretty) => {
      const { backupCommand } = await backup();
      settle(await backupCommand(file, options, io), options.pretty === true);
    });
}

function addRestore({ program, io, settle }: Parts): void {
  program
    .command('restore')
    .summary('put a backup where the store is')
    .description('Verifies a backup and makes it the store; the store that was there is kept beside it.')
    .argument('<file>', 'file that `threshold backup` wrote')
    .option('--yes', 'also where there is a store')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', restoreHelp)
    .action(async (file: string, options: StoreOptions & Pretty & { readonly yes?: boolean }) => {
      const { restoreCommand } = await backup();
      settle(await restoreCommand(file, options, io), options.pretty === true);
    });
}

function addStore({ program, io, settle }: Parts): void {
  const store = program
    .command('store')
    .summary('move everything to another database')
    .description('Writes everything that is kept as NDJSON, or fills an empty store from it.')
    .addHelpText('after', storeHelp);
  store
    .command('dump')
    .description('Writes every row of the store to standard output, one a line.')
    .addOption(storeOption())
    .addHelpText('after', storeHelp)
    .action(async (options: StoreOptions) => {
      const { dumpCommand } = await backup();
      settle(await dumpCommand(options, io), false);
    });
  store
    .command('load')
    .description('Fills an empty store from a dump on standard input.')
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', storeHelp)
    .action(async (options: StoreOptions & Pretty) => {
      const { loadCommand } = await backup();
      settle(await loadCommand(options, io), options.pretty === true);
    });
}

/** The commands about what is kept. */
export const storeCommands = [addAudit, addBackup, addRestore, addStore];
