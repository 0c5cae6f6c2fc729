import { InvalidArgumentError, Option } from 'commander';
import { replayHelp, retainHelp, verifyHelp } from './decision-help.ts';
import { isPath } from './opened.ts';
import { folderOption, type Parts, type Pretty, prettyOption } from './options.ts';
import type { ReplayOptions } from './replayed.ts';
import type { RetainOptions } from './retain.ts';
import { storeOption, type StoreOptions } from './store-option.ts';
import type { VerifyOptions } from './verify.ts';

function days(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= 36_500) return number;
  throw new InvalidArgumentError('It is not a number of days from 1 to 36500.');
}

function addReplay({ program, io, settle }: Parts): void {
  program
    .command('replay')
    .summary('make a kept decision again')
    .description('Makes a kept or exported decision again, and says whether it is the same.')
    .argument('<decision>', 'id of the record, id of the decision (sha256:…), or the path of an export')
    .option('--family <file>', 'the family as JSON, where the decision was kept without it')
    .addOption(storeOption())
    .addOption(folderOption(io))
    .addOption(prettyOption())
    .addHelpText('after', replayHelp)
    .action(async (decision: string, options: StoreOptions & ReplayOptions & Pretty) => {
      // because nothing else waits for a database's driver to load
      const outcome = isPath(decision)
        ? (await import('./replay-file.ts')).replayFileCommand(decision, options, io)
        : (await import('./replay.ts')).replayCommand(decision, options, io);
      settle(await outcome, options.pretty === true);
    });
}

function addRetain({ program, io, settle }: Parts): void {
  program
    .command('retain')
    .summary('forget the families of old decisions')
    .description('Forgets the families of decisions that were kept longer ago than so many days.')
    .addOption(
      new Option('--older-than <days>', 'how long ago (default: THRESHOLD_KEEP_DAYS)').argParser(days),
    )
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', retainHelp)
    .action(async (options: RetainOptions & Pretty) => {
      const { retainCommand } = await import('./retain.ts');
      settle(await retainCommand(options, io), options.pretty === true);
    });
}

function packHash(text: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return text;
  throw new InvalidArgumentError('It is not a hash, written sha256: and 64 hex digits.');
}

function addVerify({ program, io, settle }: Parts): void {
  program
    .command('verify')
    .summary('check evidence packs, offline')
    .description('Checks evidence packs, as JSON or as pages, by themselves.')
    .argument('<file...>', 'packs, or - for standard input')
    .addOption(new Option('--hash <hash>', 'hash of the pack as printed or noted').argParser(packHash))
    .addOption(prettyOption())
    .addHelpText('after', verifyHelp)
    .action(async (files: string[], options: VerifyOptions & Pretty) => {
      const { verifyCommand } = await import('./verify.ts');
      settle(await verifyCommand(files, options, io), options.pretty === true);
    });
}

/** The commands about kept decisions. */
export const decisionCommands = [addReplay, addRetain, addVerify];
