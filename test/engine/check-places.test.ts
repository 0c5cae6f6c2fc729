import { expect, test } from 'vitest';
import type { Ruleset } from '../../engine/document/ruleset.ts';
import { placesOf } from '../../engine/document/places.ts';
import { checkedSmallRuleset } from '../builders/check-library.ts';

const { ruleset } = checkedSmallRuleset();

/** Ids of the places of one owner, with `*` where they are judged for one member at a time. */
function idsOf(owner: string, of: Ruleset = ruleset): string[] {
  return placesOf(of)
    .filter((place) => place.owner.id === owner)
    .map(({ id, quantified }) => (quantified ? `${id}*` : id));
}

test.for([
  {
    owner: 'school',
    ids: [
      'school.when',
      'school.when.any*',
      'school.exclusions*',
      'school.absence*',
      'school.when.any.placement-days*',
    ],
    why: 'a quantifier at the top, what it asks of each member, and ids of their own',
  },
  {
    owner: 'home',
    ids: [
      'home.applies-when',
      'home.when',
      'home.when.noticed',
      'home.when.notices-after',
      'home.when.notices-before',
    ],
    why: 'appliesWhen is a place of its own, and a comparison is named for its fact',
  },
  {
    owner: 'order',
    ids: [
      'order.when',
      'order.when.not',
      'order.when.not.incidents',
      'order.when.recent-incidents',
      'order.when.local-rule',
    ],
    why: 'a setting is named for its parameter',
  },
  {
    owner: 'discretionary',
    ids: [
      'discretionary.when',
      'discretionary.when.school',
      'discretionary.when.home',
      'discretionary.when.order',
      'discretionary.when.cap.where*',
    ],
    why: 'a reference is named for what it refers to, and the range of a cap is judged for each member',
  },
  {
    owner: 'progress.school-part',
    ids: [
      'progress.school-part.applies-when',
      'progress.school-part.when',
      'progress.school-part.when.where*',
      'progress.school-part.when.all*',
      'progress.school-part.when.all.absence*',
      'progress.school-part.when.all.age*',
    ],
    why: 'a part owns its places, and a range comes before what it ranges for',
  },
  { owner: 'result', ids: ['result.when'], why: 'a payment owns its condition' },
  { owner: 'fee', ids: [], why: 'and one that asks for nothing has none' },
])('places of $owner: $why', ({ owner, ids }) => {
  expect(idsOf(owner)).toEqual(ids);
});

test('every pointer leads to its condition', () => {
  for (const { pointer, condition } of placesOf(ruleset)) {
    const steps = pointer.split('/').slice(1);
    const found = steps.reduce<unknown>(
      (inner, key) => (inner instanceof Object ? Reflect.get(inner, key) : undefined),
      ruleset,
    );
    expect(found).toBe(condition);
  }
});

test('a moved condition keeps its id', () => {
  const moved = structuredClone(ruleset);
  moved.eligibility.routes.forEach(({ when }) => {
    if ('all' in when) when.all.reverse();
  });
  expect(idsOf('automatic', moved).toSorted()).toEqual(idsOf('automatic').toSorted());
});
