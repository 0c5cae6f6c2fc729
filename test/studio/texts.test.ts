import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../studio/draft/apply-change.ts';
import { changeBetween, changed, reverseOf } from '../../studio/draft/text-change.ts';

const text = fc.stringMatching(/^[ab\n"]{0,12}$/);

describe('what differs between two texts', () => {
  test('makes the one of the other, and back', () => {
    fc.assert(
      fc.property(text, text, (was, now) => {
        const change = changeBetween(was, now);
        expect(changed(was, change)).toBe(now);
        expect(changed(now, reverseOf(change))).toBe(was);
      }),
    );
  });

  test('is no more than what differs', () => {
    expect(changeBetween('"value": 3,', '"value": 4,')).toEqual({ at: 9, was: '3', now: '4' });
    expect(changeBetween('aa', 'aaa')).toEqual({ at: 2, was: '', now: 'a' });
  });
});

const document = `{
  "title": "Rules",
  "list": [
    { "id": "a" },   { "id": "b" },
    { "id": "c" }
  ]
}
`;

describe('a change of a document', () => {
  test.for([
    {
      change: { set: ['title'], value: 'Other' },
      said: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      why: 'replaces a member',
    },
    {
      change: { set: ['list', 1, 'id'], value: 'x' },
      said: [{ id: 'a' }, { id: 'x' }, { id: 'c' }],
      why: 'inside a list',
    },
    {
      change: { insert: ['list', 3], value: { id: 'd' } },
      said: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      why: 'after the last',
    },
    {
      change: { insert: ['list', 0], value: { id: 'd' } },
      said: [{ id: 'd' }, { id: 'a' }, { id: 'b' }, { id: 'c' }],
      why: 'before the first',
    },
    { change: { remove: ['list', 0] }, said: [{ id: 'b' }, { id: 'c' }], why: 'the first goes' },
    {
      change: { move: ['list', 0], to: 2 },
      said: [{ id: 'b' }, { id: 'c' }, { id: 'a' }],
      why: 'down to the last place',
    },
    {
      change: { move: ['list', 2], to: 0 },
      said: [{ id: 'c' }, { id: 'a' }, { id: 'b' }],
      why: 'up to the first place',
    },
    {
      change: { move: ['list', 0], to: 3 },
      said: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      why: 'to a place that is not there: nothing moves',
    },
  ])('$change ($why)', ({ change, said }) => {
    const after = applyChange(document, change);
    expect((JSON.parse(after) as { list: unknown }).list).toEqual(said);
  });

  test.for([
    { change: { move: ['types', 'a'], to: 1 }, said: ['b', 'a', 'c'], why: 'down one' },
    { change: { move: ['types', 'c'], to: 0 }, said: ['c', 'a', 'b'], why: 'up to the first place' },
    { change: { move: ['types', 'd'], to: 0 }, said: ['a', 'b', 'c'], why: 'no such name: nothing moves' },
    { change: { move: ['types', 'a'], to: 3 }, said: ['a', 'b', 'c'], why: 'no such place: nothing moves' },
    { change: { rename: ['types', 'b'], to: 'x' }, said: ['a', 'x', 'c'], why: 'keeps its place' },
    {
      change: { rename: ['types', 'd'], to: 'x' },
      said: ['a', 'b', 'c'],
      why: 'no such name: nothing changes',
    },
    { change: { rename: ['types', 'list', 0], to: 'x' }, said: ['a', 'b', 'c'], why: 'a place in a list' },
  ])('of names: $change ($why)', ({ change, said }) => {
    const named = '{ "types": { "a": {},\n  "b": { "a": 1 }, "c": [1] } }';
    const { types } = JSON.parse(applyChange(named, change)) as { types: Readonly<Record<string, unknown>> };
    expect(Object.keys(types)).toEqual(said);
    expect(types['x'] ?? types['b']).toEqual({ a: 1 });
  });

  test('leaves the layout of everything else as it was', () => {
    expect(applyChange(document, { set: ['list', 0, 'id'], value: 'x' })).toBe(
      document.replace('"a"', '"x"'),
    );
    expect(applyChange(document, { move: ['list', 0], to: 1 })).toBe(
      document.replace('{ "id": "a" },   { "id": "b" }', '{ "id": "b" },   { "id": "a" }'),
    );
  });
});
