import { describe, expect, test } from 'vitest';
import type { Release } from '../../engine/index.ts';
import { isHigher, proposedVersion } from '../../server/governance/next-version.ts';
import { draftActs, draftStates, stepOf } from '../../server/governance/states.ts';
import { withKeys } from '../../server/governance/top-level.ts';
import { releaseOn } from '../../server/library/in-force.ts';

test('what every act makes of every state', () => {
  const table = draftStates.map((state) => [state, ...draftActs.map((act) => stepOf(state, act))]);
  expect([['', ...draftActs], ...table]).toEqual([
    ['', 'save', 'submit', 'approve', 'send-back', 'release', 'discard'],
    [
      'draft',
      'draft',
      'submitted',
      'draft-not-submitted',
      'draft-not-submitted',
      'draft-not-approved',
      'discarded',
    ],
    ['submitted', 'draft', 'draft-already-submitted', 'approved', 'draft', 'draft-not-approved', 'discarded'],
    [
      'approved',
      'draft',
      'draft-already-submitted',
      'draft-already-approved',
      'draft',
      'released',
      'discarded',
    ],
    ['released', ...draftActs.map(() => 'draft-closed')],
    ['discarded', ...draftActs.map(() => 'draft-closed')],
  ]);
});

describe('the number that is proposed', () => {
  test.for([
    { published: [], proposed: '1.0.0', why: 'the first' },
    { published: ['1.0.0'], proposed: '1.0.1', why: 'the next patch' },
    { published: ['1.9.0', '1.10.0'], proposed: '1.10.1', why: 'by number, not by letter' },
    { published: ['1.0.0', '2.0.0-preview.1'], proposed: '2.0.0', why: 'what a preview previews' },
  ])('above $published: $proposed ($why)', ({ published, proposed }) => {
    expect(proposedVersion(published)).toBe(proposed);
    expect(isHigher(proposed, published)).toBe(true);
    expect(published.every((one) => !isHigher(one, published))).toBe(true);
  });
});

describe('a key of a text is changed, and nothing else', () => {
  test.for([
    { text: '{ "a": 1, "version": "1.0.0" }', now: '{ "a": 1, "version": "2.0.0" }', why: 'in its place' },
    { text: '{"version":{"x":"}"},"a":2}', now: '{"version":"2.0.0","a":2}', why: 'whatever it was' },
    {
      text: '{"a": {"version": "1"}}',
      now: '{\n  "version": "2.0.0","a": {"version": "1"}}',
      why: 'not one below',
    },
    {
      text: '{"a": "\\"version\\": 1, "}',
      now: '{\n  "version": "2.0.0","a": "\\"version\\": 1, "}',
      why: 'not a text',
    },
    { text: '{}', now: '{\n  "version": "2.0.0"}', why: 'of nothing' },
  ])('$why', ({ text, now }) => {
    expect(withKeys(text, { version: '2.0.0' })).toBe(now);
  });
});

describe('what is in force, over both times', () => {
  const source = { ref: 'made-up', standing: 'sourced' } as const;
  const row = (version: string, from: string, more: Partial<Release> = {}): Release => ({
    ...{ ruleset: 'tiny', version, from, source },
    ...more,
  });
  // as they were recorded: one is in force, a second is scheduled, withdrawn before its day, released again, withdrawn
  const releases = [
    row('1', '2020-01-01'),
    row('2', '2021-01-01', { recordedOn: '2020-06-01' }),
    row('2', '2020-12-01', { recordedOn: '2020-09-01', withdraws: true }),
    row('2', '2021-03-01', { recordedOn: '2020-10-01', to: '2022-01-01' }),
    row('2', '2021-06-01', { recordedOn: '2021-05-01', withdraws: true }),
    row('1', '2021-09-01', { recordedOn: '2021-05-01', withdraws: true }),
  ];
  const days = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01', '2021-02-28', '2021-03-01'];
  const later = ['2021-05-31', '2021-06-01', '2021-08-31', '2021-09-01', '2021-12-31', '2022-01-01'];
  const at = (knownOn: string | undefined) =>
    [...days, ...later]
      .map((on) => releaseOn(releases, { ruleset: 'tiny', on, knownOn })?.version ?? '-')
      .join('');

  test.for([
    { knownOn: '2019-12-31', inForce: '------------', why: 'nothing is recorded yet' },
    { knownOn: '2020-01-01', inForce: '-11111111111', why: 'the first is' },
    { knownOn: '2020-05-31', inForce: '-11111111111', why: 'the day before the second is scheduled' },
    { knownOn: '2020-06-01', inForce: '-11222222222', why: 'the day it is' },
    { knownOn: '2020-08-31', inForce: '-11222222222', why: 'the day before it is withdrawn' },
    { knownOn: '2020-09-01', inForce: '-11111111111', why: 'withdrawn before its first day: it never is' },
    { knownOn: '2020-10-01', inForce: '-11112222221', why: 'released again, for a while' },
    { knownOn: '2021-04-30', inForce: '-11112222221', why: 'the day before both are withdrawn' },
    { knownOn: '2021-05-01', inForce: '-11112211---', why: 'what was superseded comes back, until it ends' },
    { knownOn: undefined, inForce: '-11112211---', why: 'all that is known' },
  ])('known on $knownOn: $inForce ($why)', ({ knownOn, inForce }) => {
    expect(at(knownOn)).toBe(inForce);
  });
});
