import { type Command, InvalidArgumentError, Option } from 'commander';
import { becoming } from '../claims/becoming.ts';
import { riskForm } from '../decisions/risk-text.ts';
import {
  beginHelp,
  heldHelp,
  proposeHelp,
  recordHelp,
  runsHelp,
  sampleHelp,
  showRunHelp,
  submitHelp,
  withdrawHelp,
} from './claim-run-help.ts';
import type { ListOptions, OneOptions } from './claim-one.ts';
import type { BeginOptions, RecordOptions, RunOptions, SampleOptions } from './claim-runs.ts';
import { authorityOption, day, type Parts, type Pretty, prettyOption } from './options.ts';
import { failure } from './problem.ts';
import { storeOption } from './store-option.ts';

// because nothing else waits for a database's driver to load
const runs = () => import('./claim-runs.ts');
const alone = () => import('./claim-one.ts');

type ProposeOptions = RunOptions & Partial<Pick<OneOptions, 'family' | 'payment' | 'pence'>>;
type RecordGiven = RunOptions & Pretty & Partial<RecordOptions> & Partial<ListOptions>;

function number(text: string): number {
  if (/^\d{1,10}(\.\d{1,4})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is not a number, written as 10 or 2.5.');
}

/** An option that may be given several times. */
function risks(text: string, before: readonly string[] = []): readonly string[] {
  if (riskForm.test(text)) return [...before, text];
  throw new InvalidArgumentError('A risk reads node:verdict:weight.');
}

function withRunOptions(command: Command, help: string): Command {
  return command
    .addOption(authorityOption())
    .addOption(storeOption())
    .addOption(prettyOption())
    .addHelpText('after', help);
}

function addBegin(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('begin')
      .summary('begin a claim run')
      .description('Begins a claim run: freezes a cohort, a version, a day and its window.')
      .requiredOption('--title <text>', 'what the run is called')
      .requiredOption(
        '--ruleset <ruleset>',
        'phase-1@1.0.0 or phase-1@sha256:…, as the store has published it',
      )
      .requiredOption('--as-of <day>', 'the day of its claims', day)
      .option(
        '--cohort <id>',
        'a cohort of the authority that is whole; without one, families one at a time',
      ),
    beginHelp,
  ).action(async (options: BeginOptions & Pretty) => {
    const { beginCommand } = await runs();
    settle(await beginCommand(options, io), options.pretty === true);
  });
}

function addPropose(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('propose')
      .summary('propose what is claimable of its cohort, or of one family')
      .description(
        'Proposes what is claimable of the cohort of a run, to its end; or one payment of one family.',
      )
      .argument('<run>', 'id of a claim run')
      .option('--family <file>', 'one family, of a run without a cohort; - for standard input')
      .option('--payment <id>', 'what is claimed for it')
      .option('--pence <n>', 'what it is believed to be of, compared with what the version gives', number),
    proposeHelp,
  ).action(async (run: string, options: ProposeOptions & Pretty) => {
    const { proposeCommand } = await runs();
    const { family, payment, pence, ...rest } = options;
    if ((family === undefined) !== (payment === undefined) || (pence !== undefined && family === undefined))
      settle(failure('usage', '`--family` and `--payment` go together, and `--pence` with them'), false);
    else if (family === undefined || payment === undefined)
      settle(await proposeCommand(run, rest, io), options.pretty === true);
    else {
      const { proposeOneCommand } = await alone();
      const one = { ...rest, family, payment, ...(pence === undefined ? {} : { pence }) };
      settle(await proposeOneCommand(run, one, io), options.pretty === true);
    }
  });
}

function addSample(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('sample')
      .summary('draw its audit sample')
      .description('Draws the audit sample of a run that is proposed.')
      .argument('<run>', 'id of a claim run')
      .requiredOption('--seed <text>', 'whoever has it draws the same sample again')
      .option('--percent <n>', 'of its claims, rounded up (default: 10)', number)
      .option('--minimum <n>', 'at least so many, where there are as many (default: 1)', number)
      .option(
        '--risk <risk>',
        'what makes a claim weigh more, as node:verdict:weight; may be repeated',
        risks,
      ),
    sampleHelp,
  ).action(async (run: string, options: SampleOptions & Pretty) => {
    const { sampleCommand } = await runs();
    settle(await sampleCommand(run, options, io), options.pretty === true);
  });
}

function addSubmit(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('submit')
      .summary('submit it, once its sample is judged')
      .description('Submits what a run proposed, once its sample is judged.')
      .argument('<run>', 'id of a claim run')
      .requiredOption('--on <day>', 'the day it is submitted', day),
    submitHelp,
  ).action(async (run: string, options: RunOptions & Pretty & { readonly on: string }) => {
    const { submitCommand } = await runs();
    settle(await submitCommand(run, options, io), options.pretty === true);
  });
}

function addWithdraw(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('withdraw')
      .summary('withdraw it, with every claim of it')
      .description('Withdraws a run that is not submitted, with every claim of it.')
      .argument('<run>', 'id of a claim run')
      .requiredOption('--reason <text>', 'why'),
    withdrawHelp,
  ).action(async (run: string, options: RunOptions & Pretty & { readonly reason: string }) => {
    const { withdrawCommand } = await runs();
    settle(await withdrawCommand(run, options, io), options.pretty === true);
  });
}

function addRecord(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('record')
      .summary('write down what became of a claim, or of many')
      .description('Writes down what became of a claim, or of many at once.')
      .argument('[claim]', 'id of a claim')
      .addOption(new Option('--event <event>', 'what').choices(becoming))
      .option('--on <day>', 'the day of it', day)
      .option('--pence <n>', 'of paid and clawed-back', number)
      .option('--reason <text>', 'of queried, clawed-back and withdrawn')
      .option('--events <file>', 'many at once, as the server takes them, in place of the rest'),
    recordHelp,
  ).action(async (claim: string | undefined, options: RecordGiven) => {
    const { event, on, pence, reason, events, pretty, ...rest } = options;
    const isOne = claim !== undefined && event !== undefined && on !== undefined;
    const isList = [claim, event, on, pence, reason].every((one) => one === undefined);
    if (events !== undefined && isList) {
      const { recordListCommand } = await alone();
      settle(await recordListCommand({ ...rest, events }, io), pretty === true);
    } else if (isOne && events === undefined) {
      const { recordCommand } = await runs();
      const more = { ...(pence === undefined ? {} : { pence }), ...(reason === undefined ? {} : { reason }) };
      settle(await recordCommand(claim, { ...rest, event, on, ...more }, io), pretty === true);
    } else settle(failure('usage', 'give a claim with `--event` and `--on`, or `--events` alone'), false);
  });
}

function addRuns(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group.command('runs').summary('every claim run').description('Writes the claim runs of an authority.'),
    runsHelp,
  ).action(async (options: RunOptions & Pretty) => {
    const { listRunsCommand } = await runs();
    settle(await listRunsCommand(options, io), options.pretty === true);
  });
}

function addShow(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('show')
      .summary('a claim run as it stands')
      .description('Writes a claim run as it stands.')
      .argument('<run>', 'id of a claim run'),
    showRunHelp,
  ).action(async (run: string, options: RunOptions & Pretty) => {
    const { showRunCommand } = await runs();
    settle(await showRunCommand(run, options, io), options.pretty === true);
  });
}

function addHeld(group: Command, { io, settle }: Parts): void {
  withRunOptions(
    group
      .command('held')
      .summary('what a run did not propose, and why')
      .description('Writes what a run did not propose although something may be due, and why.')
      .argument('<run>', 'id of a claim run'),
    heldHelp,
  ).action(async (run: string, options: RunOptions & Pretty) => {
    const { heldCommand } = await runs();
    settle(await heldCommand(run, options, io), options.pretty === true);
  });
}

/** The commands about claim runs, in the order in which they are used. */
export const claimRunActs = [
  addBegin,
  addPropose,
  addSample,
  addSubmit,
  addRecord,
  addWithdraw,
  addRuns,
  addShow,
  addHeld,
];
