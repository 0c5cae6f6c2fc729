import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ClaimRunDocument } from '../../server/claims/document.ts';
import { DAY, metFamily } from '../builders/claims.ts';
import { claimsBeside } from '../builders/claims-beside.ts';
import { output, problemOf } from '../builders/command-line.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'threshold-claims-'));
const file = (name: string, text: string) => {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
};

async function beside() {
  const all = await claimsBeside();
  onTestFinished(all.close);
  const act = (name: string, ...rest: readonly string[]) =>
    all.run('claims', name, '--authority', 'Harrow', ...rest);
  const begin = async () =>
    output(
      await act('begin', '--title', 'Alone', '--ruleset', 'phase-1@1.0.0', '--as-of', DAY),
    ) as ClaimRunDocument;
  return { ...all, act, begin };
}

test('one payment of one family, until the run takes no more, and then many paid at once', async () => {
  const { act, begin, claims, done } = await beside();
  const { id, cohort } = await begin();
  expect(cohort).toBeNull();
  const family = file('family.json', JSON.stringify(metFamily('F-1')));
  const one = (payment: string, ...more: readonly string[]) =>
    act('propose', id, '--family', family, '--payment', payment, ...more);
  expect(output(await one('attachment-fee', '--pence', '320000'))).toMatchObject({
    claims: 1,
    pence: 320_000,
  });
  expect(output(await one('result-crime-education'))).toMatchObject({ claims: 2, state: 'proposing' });
  expect(output(await act('propose', id))).toMatchObject({ state: 'proposed', claims: 2 });
  await act('sample', id, '--seed', 's', '--percent', '100');
  const audits = (await claims()).map((claim) => ({ claim: claim.id, event: 'audit-passed', on: DAY }));
  await done('auditor', 'POST /claim-audits', { events: audits });
  await act('submit', id, '--on', DAY);
  const events = (await claims()).map(({ id: claim, pence }) => ({
    ...{ claim, event: 'paid', on: '2015-02-20', pence },
  }));
  const [first, second] = events;
  const wrong = { events: [first, { ...second, pence: 70_001 }] };
  const refused = await act('record', '--events', file('wrong.json', JSON.stringify(wrong)));
  expect(refused.exit).toBe(1);
  expect(problemOf(refused)).toMatchObject({
    type: '/problems/claim-events-refused',
    findings: [{ code: 'paid-above-claim', pointer: '/events/1/pence' }],
  });
  expect((await claims()).map(({ paidPence }) => paidPence)).toEqual([0, 0]);
  const recorded = await act('record', '--events', file('paid.json', JSON.stringify({ events })));
  expect(output(recorded)).toMatchObject({ claims: [{ state: 'paid' }, { state: 'paid' }] });
});

const broken = file('broken.json', '{"id": }');
const noFamily = file('no-family.json', JSON.stringify({ ...metFamily('F-1'), members: 'nobody' }));
const good = file('good.json', JSON.stringify(metFamily('F-1')));
const noEvents = file(
  'no-events.json',
  JSON.stringify({ events: [{ claim: 'c', event: 'payed', on: DAY }] }),
);
const propose = (at: string, payment = 'attachment-fee') => [
  'propose',
  '<run>',
  '--family',
  at,
  '--payment',
  payment,
];

test.for([
  { why: 'a file that is not there', argv: propose('/none.json'), type: 'file-unreadable', exit: 2 },
  { why: 'no JSON', argv: propose(broken), type: 'family-invalid', exit: 2, pointer: '/id' },
  { why: 'no family', argv: propose(noFamily), type: 'family-invalid', exit: 2, pointer: '/members' },
  {
    why: 'a misspelt payment',
    argv: propose(good, 'atachment-fee'),
    type: 'claim-refused',
    exit: 1,
    pointer: '/payment',
  },
  { why: 'a family without a payment', argv: ['propose', '<run>', '--family', good], type: 'usage', exit: 2 },
  {
    why: 'no JSON of events',
    argv: ['record', '--events', broken],
    type: 'claim-events-refused',
    exit: 1,
    pointer: '/id',
  },
  {
    why: 'an event that there is not',
    argv: ['record', '--events', noEvents],
    type: 'claim-events-refused',
    exit: 1,
    pointer: '/events/0/event',
  },
  { why: 'a claim and a list', argv: ['record', 'c', '--events', noEvents], type: 'usage', exit: 2 },
  { why: 'an event without its day', argv: ['record', 'c', '--event', 'paid'], type: 'usage', exit: 2 },
])('$why is refused, and nothing is written', async ({ argv, type, exit, pointer }) => {
  const { act, begin, claims } = await beside();
  const { id } = await begin();
  const [name = '', ...rest] = argv.map((one) => (one === '<run>' ? id : one));
  const ended = await act(name, ...rest);
  expect(ended.exit).toBe(exit);
  expect(problemOf(ended)).toMatchObject({
    type: `/problems/${type}`,
    ...(pointer === undefined ? {} : { findings: [{ pointer }] }),
  });
  expect(await claims()).toEqual([]);
});

test.for([
  ['help', 'claims', 'begin'],
  ['claims', 'begin', '--help'],
])('%s %s %s is the help of that command', async (argv) => {
  const { run } = await beside();
  const { out, exit } = await run(...argv);
  expect(exit).toBe(0);
  expect(out).toMatch(/^Usage: threshold claims begin/);
});
