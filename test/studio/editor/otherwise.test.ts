import { describe, expect, test } from 'vitest';
import { givenWith, type Otherwise, otherwiseAfter } from '../../../studio/editor/cases/otherwise.ts';
import {
  type FamilyDocument,
  isObject,
  type Path,
  withValue,
} from '../../../studio/family/family-document.ts';
import { shippedCases, shippedRulesets } from '../../builders/shipped.ts';

const arrest = { member: 'm1', on: '2014-01-01' };
const family: FamilyDocument = {
  id: 'F-1',
  attachedOn: '2014-04-01',
  members: [
    { id: 'm1', role: 'parent' },
    { id: 'm2', role: 'child' },
  ],
  records: { arrest: [arrest] },
};

function after(said: Otherwise, path: Path, value: unknown): Otherwise {
  const next = withValue(givenWith(family, said), path, value);
  if (!isObject(next)) throw new Error('a family stays one');
  const now = otherwiseAfter(family, said, { path, next });
  expect(givenWith(family, now), 'the case gives what the form shows').toEqual(next);
  return now;
}

const nothing: Otherwise = { set: {}, remove: [] };
const two = [arrest, { on: '2014-02-01' }];

test.for<readonly [why: string, said: Otherwise, path: Path, value: unknown, now: Partial<Otherwise>]>([
  ['one key', nothing, ['attachedOn'], '2014-05-01', { set: { '/attachedOn': '2014-05-01' } }],
  ['a key of a member', nothing, ['members', 1, 'role'], 'adult', { set: { '/members/1/role': 'adult' } }],
  ['what the family says', { set: { '/id': 'F-2' }, remove: [] }, ['id'], 'F-1', {}],
  ['a key that goes', nothing, ['attachedOn'], undefined, { remove: ['/attachedOn'] }],
  ['a key that is back', { set: {}, remove: ['/attachedOn'] }, ['attachedOn'], '2014-04-01', {}],
  [
    'a record that comes',
    nothing,
    ['records', 'arrest', 1],
    { on: '2014-02-01' },
    { set: { '/records/arrest': two } },
  ],
  [
    'the only record goes: there are none',
    nothing,
    ['records', 'arrest', 0],
    undefined,
    { set: { '/records/arrest': [] } },
  ],
  ['a list that is not known', nothing, ['records', 'arrest'], undefined, { remove: ['/records/arrest'] }],
  [
    'a record of a kind that the family does not speak of',
    nothing,
    ['records', 'exclusion', 0],
    { member: 'm2' },
    { set: { '/records/exclusion': [{ member: 'm2' }] } },
  ],
  [
    'coverage, of which the family says nothing',
    nothing,
    ['coverage', 'arrest', 0],
    { from: '2013-01-01' },
    { set: { '/coverage': { arrest: [{ from: '2013-01-01' }] } } },
  ],
  [
    'a key in what is said already',
    { set: { '/records/arrest': two }, remove: [] },
    ['records', 'arrest', 1, 'on'],
    '2014-03-01',
    { set: { '/records/arrest': [arrest, { on: '2014-03-01' }] } },
  ],
  [
    'a list, some of which was said already',
    { set: { '/members/1/role': 'adult' }, remove: [] },
    ['members', 2],
    { id: 'm3' },
    { set: { '/members': [{ id: 'm1', role: 'parent' }, { id: 'm2', role: 'adult' }, { id: 'm3' }] } },
  ],
  [
    'a member behind one that the case leaves out',
    { set: {}, remove: ['/members/0'] },
    ['members', 0, 'role'],
    'adult',
    { set: { '/members': [{ id: 'm2', role: 'adult' }] } },
  ],
])('what is otherwise: %s', ([, said, path, value, now]) => {
  expect(after(said, path, value)).toEqual({ ...nothing, ...now });
});

describe('law: whatever is changed of the family of a case, the case gives it so', () => {
  const places: readonly (readonly [Path, unknown])[] = [
    [['attachedOn'], null],
    [['members', 0, 'dateOfBirth'], '1980-01-01'],
    [['members', 0], undefined],
    [['records', 'arrest', 0], { member: 'm1', on: '2014-01-01' }],
    [['records', 'exclusion'], []],
    [['records', 'exclusion'], undefined],
    [['coverage', 'arrest', 0], { from: '2013-01-01', to: null }],
    [['claims', 0], { payment: 'a' }],
    [['claims'], undefined],
  ];
  test.for(shippedRulesets)('%s', (path) => {
    const { families, cases } = shippedCases(path);
    for (const { id, given } of cases) {
      const used = 'use' in given ? families[given.use] : undefined;
      if (used === undefined || !('use' in given)) continue;
      let said: Otherwise = { set: given.set ?? {}, remove: given.remove ?? [] };
      for (const [place, value] of places) {
        const next = withValue(givenWith(used, said), place, value);
        if (!isObject(next)) throw new Error('a family stays one');
        said = otherwiseAfter(used, said, { path: place, next });
        expect(givenWith(used, said), `${id} ${place.join('/')}`).toEqual(next);
      }
    }
  });
});
