import { describe, expect, test } from 'vitest';
import { checkRuleset, editsBetween } from '../../engine/index.ts';
import { patched, type Patch } from '../builders/patch.ts';
import { shippedLibrary, shippedRuleset } from '../builders/shipped.ts';

const phase1 = shippedRuleset('england/phase-1/1.0.0');

function changesTo(patch: Patch) {
  const checked = checkRuleset(patched(phase1.ruleset, patch), shippedLibrary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error, null, 2));
  return editsBetween(phase1, checked.value);
}

const education = '/criteria/1/when/any/0';
const leaf = { id: 'education.new', fact: 'off-roll', operator: 'equal', value: true };

describe('one edit, in words, and what it does', () => {
  test.for<{ why: string; patch: Patch; edit: object }>([
    {
      why: 'a lower threshold lets more in',
      patch: { set: { '/parameters/exclusion-threshold/value': 2 } },
      edit: {
        id: 'exclusion-threshold',
        of: 'parameter',
        was: 'Fixed-term exclusions that identify a child: 3.',
        now: 'Fixed-term exclusions that identify a child: 2.',
        effect: 'looser',
        owners: ['education'],
      },
    },
    {
      why: 'a threshold under which a result lies is the other way round',
      patch: { set: { '/parameters/result-exclusion-limit/value': 2 } },
      edit: { effect: 'tighter', owners: ['crime-and-education.education-result'] },
    },
    {
      why: 'more kinds counted where having one is enough',
      patch: { set: { '/parameters/asb-interventions/value/-': 'closure-order' } },
      edit: { effect: 'looser', owners: ['crime'] },
    },
    {
      why: 'a parameter used in opposite directions is neither',
      patch: { remove: ['/parameters/out-of-work-benefits/value/6'] },
      edit: { effect: 'neither', owners: ['work', 'continuous-employment'] },
    },
    {
      why: 'a longer look back',
      patch: { set: { '/parameters/high-cost-months/value': 18 } },
      edit: { effect: 'looser', owners: ['high-cost'] },
    },
    {
      why: 'what waits for attachment waits longer for a longer window',
      patch: { set: { '/parameters/result-months/value': 9 } },
      edit: { effect: 'neither' },
    },
    {
      why: 'fewer of the national criteria',
      patch: { set: { '/parameters/discretionary-count/value': 1 } },
      edit: { effect: 'looser', owners: ['discretionary'] },
    },
    {
      why: 'one more alternative',
      patch: { set: { [`${education}/satisfies/any/-`]: leaf } },
      edit: {
        id: 'education.new',
        kind: 'added',
        of: 'condition',
        pointers: { now: `${education}/satisfies/any/4` },
        now: 'That child has no place on a school roll on that day.',
        effect: 'looser',
        owners: ['education'],
      },
    },
    {
      why: 'a group taken away is named once, whole',
      patch: { remove: [`${education}/satisfies/any/2`] },
      edit: {
        id: 'education.older-permanent-exclusion',
        kind: 'removed',
        was: 'All of these must hold: (the setting “How far back a permanent exclusion counts” is no limit (it is set to school terms); that child has had a permanent exclusion, however long ago at any time).',
        effect: 'tighter',
      },
    },
    {
      why: 'one fewer thing asked of all',
      patch: { remove: ['/eligibility/routes/0/when/all/2'] },
      edit: { id: 'automatic.work', kind: 'removed', effect: 'looser', owners: ['automatic'] },
    },
    {
      why: 'what asks nothing of a family without children is no looser for asking less',
      patch: { remove: ['/outcomes/0/parts/2'] },
      edit: { id: 'crime-and-education.offending-result', kind: 'removed', of: 'part', effect: 'neither' },
    },
    {
      why: 'another operator',
      patch: { set: { [`${education}/satisfies/any/0/operator`]: 'greaterThan' } },
      edit: {
        was: 'That child has had 3 or more fixed-term exclusions over the last 3 completed terms.',
        now: 'That child has had more than 3 fixed-term exclusions over the last 3 completed terms.',
        effect: 'tighter',
      },
    },
    {
      why: 'fewer people asked about',
      patch: { set: { '/criteria/2/when/some/role': ['parent', 'carer'] } },
      edit: { id: 'work.adult', effect: 'tighter' },
    },
    {
      why: 'a dearer year',
      patch: { set: { '/parameters/progress-rate/values/0/value': 20_000 } },
      edit: { of: 'parameter', effect: 'looser', owners: ['result-progress-to-work'] },
    },
    {
      why: 'a later last day',
      patch: { set: { '/parameters/claims-close/value': '2015-09-01' } },
      edit: { effect: 'looser' },
    },
    {
      why: 'a note',
      patch: { set: { '/criteria/0/note': 'Read again' } },
      edit: {
        id: 'crime',
        of: 'criterion',
        was: 'crime: nothing more.',
        now: 'crime: note: Read again.',
        effect: 'wording',
      },
    },
    {
      why: 'a title',
      patch: { set: { '/title': 'Phase 1' } },
      edit: { was: 'title: Troubled Families, Phase 1.', now: 'title: Phase 1.', effect: 'wording' },
    },
    {
      why: 'another day to look from',
      patch: { set: { '/criteria/0/looksFrom': 'asOf' } },
      edit: { id: 'crime', of: 'criterion', effect: 'neither' },
    },
    {
      why: 'a fuller share',
      patch: { set: { '/share/funded': 6 } },
      edit: {
        of: 'share',
        was: '5 of every 6 families are funded, counted down to a whole family; totals are to the nearest penny.',
        effect: 'looser',
      },
    },
  ])('$why', ({ patch, edit }) => {
    const { edits } = changesTo(patch);
    expect(edits).toHaveLength(1);
    expect(edits[0]).toMatchObject(edit);
  });

  test('the order of payments fills a pot: a move is an edit', () => {
    const { payments } = phase1.ruleset;
    expect(changesTo({ set: { '/payments': payments.toReversed() } }).edits).toMatchObject([
      { id: 'payment-order', kind: 'moved', of: 'payment', effect: 'neither' },
    ]);
  });
});

test('two programmes are compared by the ids that they share', () => {
  const { edits, sharedIds } = editsBetween(phase1, shippedRuleset('england/phase-2/1.0.0'));
  expect(sharedIds).toBeGreaterThan(20);
  expect(new Set(edits.map(({ kind }) => kind))).toEqual(new Set(['added', 'removed', 'changed', 'moved']));
  const keys = edits.map(({ of, id, kind }) => `${of} ${id} ${kind}`);
  expect(new Set(keys).size).toBe(keys.length);
});
