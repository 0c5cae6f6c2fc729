import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { ClaimDocument, ClaimRunDocument } from '../../server/claims/document.ts';
import { recordEvents } from '../../server/claims/record-events.ts';
import { hereFor } from '../../server/command-line/here.ts';
import { DAY, metFamily } from '../builders/claims.ts';
import { claimsBeside } from '../builders/claims-beside.ts';
import { type Ended, output, problemOf } from '../builders/command-line.ts';
import { textWith } from '../builders/matching.ts';

type Beside = Awaited<ReturnType<typeof claimsBeside>>;

/** Acts on claims of Harrow from the command line. */
function actsOf({ run }: Pick<Beside, 'run'>) {
  const act = (name: string, ...rest: readonly string[]) =>
    run('claims', name, '--authority', 'Harrow', ...rest);
  const begin = (...more: readonly string[]) =>
    act('begin', '--title', 'A run', '--ruleset', 'phase-1@1.0.0', '--as-of', DAY, ...more);
  return { act, begin };
}

const runIn = (ended: Ended) => output(ended) as ClaimRunDocument;

test('from a cohort to claims that are paid, and the ledger is the one that the server has', async () => {
  const beside = await claimsBeside();
  onTestFinished(beside.close);
  const { done, claims, upload, run, deps } = beside;
  const { act, begin } = actsOf(beside);
  await upload([metFamily('F-1'), metFamily('F-2', { attachedOn: null })], 'cohort-of-harrow');
  const begun = runIn(await begin('--cohort', 'cohort-of-harrow'));
  const { id } = begun;
  expect(begun).toMatchObject({
    ...{
      state: 'proposing',
      authority: 'Harrow',
      claims: 0,
      cohort: { id: 'cohort-of-harrow', families: 2 },
    },
    createdBy: { actor: 'system', name: 'command line' },
  });
  expect(begun).toEqual(await done('analyst', `GET /claim-runs/${id}`));
  expect(runIn(await act('propose', id))).toMatchObject({ state: 'proposed', claims: 3, pence: 400_000 });
  const risk = 'progress-to-work:met:5';
  const drawn = runIn(await act('sample', id, '--seed', 'a seed', '--percent', '100', '--risk', risk));
  expect(drawn).toMatchObject({
    sample: { seed: 'a seed', percent: 100, minimum: 1, claims: 3, judged: 0, risks: [{ weight: 5 }] },
  });
  const ids = (await claims()).map(({ id: claim }) => claim);
  const events = ids.map((claim) => ({ claim, event: 'audit-passed', on: DAY }));
  await done('auditor', 'POST /claim-audits', { events });
  expect(runIn(await act('submit', id, '--on', '2015-02-10'))).toMatchObject({ state: 'submitted' });
  for (const { id: claim, pence } of await claims()) {
    const paid = ['--event', 'paid', '--pence', String(pence), '--on', '2015-02-20'];
    expect(output(await act('record', claim, ...paid))).toEqual(
      await done('analyst', `GET /claims/${claim}`),
    );
  }
  const listed = output(await act('list')) as { readonly claims: readonly ClaimDocument[] };
  expect(listed.claims).toEqual(await claims());
  expect(listed.claims.map(({ state, paidPence }) => [state, paidPence])).toEqual([
    ['paid', 320_000],
    ['paid', 70_000],
    ['paid', 10_000],
  ]);
  expect(output(await act('show', id))).toEqual(await done('analyst', `GET /claim-runs/${id}`));
  const { runs } = (await done('analyst', 'GET /claim-runs')) as { readonly runs: unknown };
  expect(output(await act('runs'))).toEqual({ runs });
  const audited = await run('audit', 'list', '--action', 'claim-run-submitted');
  expect(JSON.parse(audited.out)).toMatchObject({ actor: 'system', subject: id });
  expect(await verifyAudit(deps.store)).toMatchObject({ findings: [] });
});

test('what is withdrawn is proposed again, and what is held back is told with its reason', async () => {
  const beside = await claimsBeside();
  onTestFinished(beside.close);
  const { done, upload } = beside;
  const { act, begin } = actsOf(beside);
  await upload([metFamily('F-1'), metFamily('B-1', { localAuthority: 'Brent' })], 'cohort-of-harrow');
  const first = runIn(await begin('--cohort', 'cohort-of-harrow'));
  await act('propose', first.id);
  expect(runIn(await act('withdraw', first.id, '--reason', 'the wrong day'))).toMatchObject({
    states: [{ state: 'withdrawn', claims: 3, pence: 0 }],
  });
  const again = runIn(await begin('--cohort', 'cohort-of-harrow'));
  expect(runIn(await act('propose', again.id))).toMatchObject({ claims: 3, held: 1, pence: 400_000 });
  const held = output(await act('held', again.id));
  expect(held).toMatchObject({ held: [{ family: 'B-1', code: 'other-authority' }] });
  expect(held).toEqual(await done('analyst', `GET /claim-runs/${again.id}/held`));
});

/** Runs at every place where something is refused, each over a family of its own. */
async function runsBegun(beside: Beside) {
  const { done, upload, submitted } = beside;
  const { act, begin } = actsOf(beside);
  const begunOver = async (family: string) => {
    await upload([metFamily(family)], `cohort-${family}`);
    return runIn(await begin('--cohort', `cohort-${family}`)).id;
  };
  const proposedOver = async (family: string) => runIn(await act('propose', await begunOver(family))).id;
  const begun = await begunOver('F-1');
  const proposed = await proposedOver('F-2');
  const sampled = await proposedOver('F-3');
  await act('sample', sampled, '--seed', 's', '--percent', '100');
  const ended = await proposedOver('F-4');
  await submitted(ended);
  const changed = await begunOver('F-5');
  await done('administrator', 'DELETE /families/F-5', { reason: 'asked for' });
  const { claims } = output(await act('list', '--run', ended)) as { readonly claims: ClaimDocument[] };
  return { begun, proposed, sampled, ended, changed, claim: claims[0]?.id ?? '' };
}

interface Row {
  readonly why: string;
  readonly argv: readonly string[];
  readonly problem: string;
  readonly exit: 1 | 2;
  readonly more?: object;
}

const usage = (detail: string) =>
  ({ problem: 'usage', exit: 2, more: { detail: textWith(detail) } }) as const;
const refused = (problem: string, more: object = {}) => ({ problem, exit: 1, more }) as const;
const none = (problem: string) => ({ problem, exit: 2 }) as const;
const ofPhase1 = ['--title', 'A run', '--ruleset', 'phase-1@1.0.0', '--cohort', 'cohort-F-1'];
const onDay = ['--title', 'A run', '--cohort', 'cohort-F-1', '--as-of', DAY];
const event = (name: string, ...more: readonly string[]) =>
  ['record', '<claim>', '--event', name, '--on', '2015-02-20', ...more] as const;
const finding = (code: string, pointer: string) => ({ findings: [{ code, pointer, severity: 'error' }] });

const rows: readonly Row[] = [
  { why: 'a run that is not there', argv: ['propose', 'none'], ...none('claim-run-not-found') },
  { why: 'to read it too', argv: ['show', 'none'], ...none('claim-run-not-found') },
  {
    ...{ why: 'a run of another authority', ...none('claim-run-not-found') },
    argv: ['propose', '<begun>', '--authority', 'Brent'],
  },
  {
    ...{ why: 'a day in no window', ...refused('outside-claim-windows') },
    argv: ['begin', ...ofPhase1, '--as-of', '2015-01-31'],
  },
  {
    ...{ why: 'the day on which a window closes', ...refused('outside-claim-windows') },
    argv: ['begin', ...ofPhase1, '--as-of', '2015-03-01'],
  },
  {
    ...{ why: 'a version that is not in force', ...refused('version-not-in-force') },
    argv: ['begin', ...onDay, '--ruleset', 'phase-2@1.1.0'],
  },
  {
    ...{ why: 'a version that is not there', ...none('version-not-found') },
    argv: ['begin', ...onDay, '--ruleset', 'phase-1@9.9.9'],
  },
  {
    ...{ why: 'no version, because there is no implicit latest', ...none('version-not-found') },
    argv: ['begin', ...onDay, '--ruleset', 'phase-1'],
  },
  {
    ...{ why: 'the rules of another authority', ...refused('not-your-authority') },
    argv: ['begin', ...onDay, '--ruleset', 'hertfordshire@1.0.0'],
  },
  {
    ...{ why: 'a cohort of another authority', ...none('cohort-not-found') },
    argv: ['begin', ...ofPhase1, '--as-of', DAY, '--authority', 'Brent'],
  },
  {
    ...{ why: 'no title', ...usage('`--title`') },
    argv: ['begin', ...ofPhase1, '--as-of', DAY, '--title', ' '],
  },
  { why: 'proposing twice', argv: ['propose', '<proposed>'], ...refused('claim-run-not-open') },
  { why: 'a cohort that changed', argv: ['propose', '<changed>'], ...refused('claim-cohort-changed') },
  {
    ...{ why: 'a sample of what is not proposed', ...refused('claim-run-not-open') },
    argv: ['sample', '<begun>', '--seed', 's'],
  },
  {
    ...{ why: 'a second sample', ...refused('claim-run-not-open') },
    argv: ['sample', '<sampled>', '--seed', 't'],
  },
  {
    ...{ why: 'a risk of nothing that is judged', problem: 'claim-sample-invalid', exit: 2 },
    argv: ['sample', '<proposed>', '--seed', 's', '--risk', 'progress-to-wrok:met:5'],
    more: { findings: [{ pointer: '/risks/0/node', suggestion: 'progress-to-work' }] },
  },
  {
    ...{ why: 'a risk that does not read as one', ...usage('node:verdict:weight') },
    argv: ['sample', '<proposed>', '--seed', 's', '--risk', 'progress-to-work:met:0'],
  },
  {
    ...{ why: 'more than all of them', ...usage('`--percent`: `101` is more than `100`') },
    argv: ['sample', '<proposed>', '--seed', 's', '--percent', '101'],
  },
  {
    ...{ why: 'nothing at least', ...usage('`--minimum`: `0` is less than `1`') },
    argv: ['sample', '<proposed>', '--seed', 's', '--minimum', '0'],
  },
  {
    ...{ why: 'submitting what is not proposed', ...refused('claim-run-not-open') },
    argv: ['submit', '<begun>', '--on', DAY],
  },
  {
    ...{ why: 'submitting without a sample', ...refused('claim-sample-wanted') },
    argv: ['submit', '<proposed>', '--on', DAY],
  },
  {
    ...{ why: 'submitting what nobody judged', ...refused('claim-sample-wanted') },
    argv: ['submit', '<sampled>', '--on', DAY],
    more: { detail: '3 of 3 claims of the sample are not judged' },
  },
  {
    ...{ why: 'submitting on the day on which the window closes', ...refused('outside-claim-windows') },
    argv: ['submit', '<sampled>', '--on', '2015-03-01'],
  },
  {
    ...{ why: 'submitting twice', ...refused('claim-run-not-open') },
    argv: ['submit', '<ended>', '--on', DAY],
  },
  {
    ...{ why: 'withdrawing what is submitted', ...refused('claim-run-not-open') },
    argv: ['withdraw', '<ended>', '--reason', 'too late'],
  },
  {
    ...{ why: 'a claim that is not there', ...none('claim-not-found') },
    argv: ['record', 'none', '--event', 'answered', '--on', DAY],
  },
  {
    ...{ why: 'paid without an amount', ...refused('claim-events-refused') },
    ...{ argv: event('paid'), more: finding('without-amount', '/pence') },
  },
  {
    ...{ why: 'a penny too much', ...refused('claim-events-refused') },
    ...{ argv: event('paid', '--pence', '320001'), more: finding('paid-above-claim', '/pence') },
  },
  {
    ...{ why: 'queried without a reason', ...refused('claim-events-refused') },
    ...{ argv: event('queried'), more: finding('missing-key', '/reason') },
  },
  {
    ...{ why: 'on a day before the last', ...refused('claim-events-refused') },
    argv: event('paid', '--pence', '1', '--on', '2015-02-09'),
    more: finding('before-last', '/on'),
  },
  {
    why: 'four eyes: an audit is no event',
    argv: event('audit-passed'),
    ...usage('queried, answered, paid'),
  },
  { why: 'four eyes: there is no audit here', argv: ['audit', '<sampled>'], ...usage('`audit`') },
];

describe('what is refused, and nothing is written', () => {
  let beside: Beside;
  let named: Readonly<Record<string, string>>;
  const data = mkdtempSync(path.join(tmpdir(), 'threshold-'));
  beforeAll(async () => {
    beside = await claimsBeside(data);
    named = await runsBegun(beside);
  });
  afterAll(async () => {
    await beside.close();
    rmSync(data, { recursive: true });
  });

  test.for(rows)('$why', async ({ argv, problem, exit, more = {} }) => {
    const before = await beside.run('audit', 'list');
    const filled = argv.map((word) => named[/^<(.+)>$/.exec(word)?.[1] ?? ''] ?? word);
    const [name = '', ...rest] = filled;
    const ended = await actsOf(beside).act(name, ...rest);
    expect(problemOf(ended)).toMatchObject({ type: `/problems/${problem}`, ...more });
    expect(ended.exit).toBe(exit);
    expect(await beside.run('audit', 'list')).toEqual(before);
  });

  test('whoever passed by the command line could not judge what it began', async () => {
    const { store, ids } = beside.deps;
    const [claim] = (await beside.claims(`&run=${named['sampled'] ?? ''}`)).map(({ id }) => id);
    const audit = { claim: claim ?? '', event: 'audit-passed', on: DAY } as const;
    const judging = recordEvents({ store, ids, principal: hereFor('Harrow') }, [audit]);
    await expect(judging).rejects.toMatchObject({ problem: 'own-work' });
  });

  test('the audit log is whole', async () => {
    expect(await verifyAudit(beside.deps.store)).toMatchObject({ findings: [] });
  });
});
