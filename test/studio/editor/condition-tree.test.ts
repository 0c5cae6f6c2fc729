import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkRuleset } from '../../../engine/index.ts';
import { placesOf } from '../../../engine/document/places.ts';
import { applyChange } from '../../../studio/draft/apply-change.ts';
import {
  indent,
  moveDown,
  moveUp,
  type Moved,
  outdent,
  quantified,
  regrouped,
  removal,
  wrap,
  wrappers,
} from '../../../studio/editor/conditions/condition-tree.ts';
import { shippedLibrary } from '../../builders/shipped.ts';
import { valueAt } from '../../../studio/editor/value.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((fact) => ({ id: fact, fact, operator: 'equal', value: true }));
const rule = {
  criteria: [
    {
      id: 'rule',
      when: {
        id: 'top',
        all: [a, { id: 'inner', any: [b, c] }, d, { id: 'not', not: { id: 'only', all: [a] } }],
      },
    },
  ],
};
const top = ['criteria', 0, 'when'] as const;

function after({ changes }: Moved): unknown {
  return JSON.parse(changes.reduce(applyChange, JSON.stringify(rule, null, 2)));
}

/** A condition as its id, with those inside it. */
function shape(value: unknown): unknown {
  const { id, ...rest } = value as Record<string, unknown>;
  const inside = Object.values(rest).flatMap((one) => {
    if (Array.isArray(one)) return one.map(shape);
    return typeof one === 'object' && one !== null ? [shape(one)] : [];
  });
  return inside.length === 0 ? id : { [String(id)]: inside };
}

const shaped = (moved: Moved | undefined) => {
  if (moved === undefined) return undefined;
  const document = after(moved);
  return { rule: shape(valueAt(document, top)), at: valueAt(document, [...moved.to, 'id']) };
};

const whole = { top: ['a', { inner: ['b', 'c'] }, 'd', { not: [{ only: ['a'] }] }] };

test('the rule, as it is written below', () => {
  expect(shape(valueAt(rule, top))).toEqual(whole);
});

describe('a condition', () => {
  test.for([
    {
      act: 'moved up',
      moved: moveUp(rule, [...top, 'all', 1]),
      rule: ['inner', 'a', 'd', 'not'],
      at: 'inner',
    },
    {
      act: 'moved down',
      moved: moveDown(rule, [...top, 'all', 1]),
      rule: ['a', 'd', 'inner', 'not'],
      at: 'inner',
    },
  ])('is $act within its group', ({ moved, rule: order, at }) => {
    const found = moved && after(moved);
    expect((valueAt(found, [...top, 'all']) as { id: string }[]).map(({ id }) => id)).toEqual(order);
    expect(moved && valueAt(found, [...moved.to, 'id'])).toBe(at);
  });

  test.for([
    { act: 'up, being first', moved: moveUp(rule, [...top, 'all', 0]) },
    { act: 'down, being last', moved: moveDown(rule, [...top, 'all', 3]) },
    { act: 'up, being the only one of its rule', moved: moveUp(rule, top) },
    { act: 'in, being first', moved: indent(rule, [...top, 'all', 0]) },
    { act: 'in, behind what is no group', moved: indent(rule, [...top, 'all', 1]) },
    { act: 'out of a rule', moved: outdent(rule, top) },
    { act: 'out of a group that stands in no list', moved: outdent(rule, [...top, 'all', 0]) },
    { act: 'away, being all that a rule asks', moved: removal(rule, top) },
  ])('cannot go $act', ({ moved }) => {
    expect(moved).toBeUndefined();
  });

  test('goes into the group before it, at its end', () => {
    expect(shaped(indent(rule, [...top, 'all', 2]))).toEqual({
      rule: { top: ['a', { inner: ['b', 'c', 'd'] }, { not: [{ only: ['a'] }] }] },
      at: 'd',
    });
  });

  test('goes out of its group, behind it', () => {
    expect(shaped(outdent(rule, [...top, 'all', 1, 'any', 0]))).toEqual({
      rule: { top: ['a', { inner: ['c'] }, 'b', 'd', { not: [{ only: ['a'] }] }] },
      at: 'b',
    });
  });

  test('takes the place of what would be left with nothing in it', () => {
    expect(shaped(outdent(rule, [...top, 'all', 3, 'not', 'all', 0]))).toEqual({
      rule: { top: ['a', { inner: ['b', 'c'] }, 'd', { not: ['a'] }] },
      at: 'a',
    });
  });

  test('is taken away', () => {
    expect(shaped(removal(rule, [...top, 'all', 1, 'any', 1]))).toEqual({
      rule: { top: ['a', { inner: ['b'] }, 'd', { not: [{ only: ['a'] }] }] },
      at: 'b',
    });
  });

  test('is taken away with all that has nothing else in it', () => {
    expect(shaped(removal(rule, [...top, 'all', 3, 'not', 'all', 0]))).toEqual({
      rule: { top: ['a', { inner: ['b', 'c'] }, 'd'] },
      at: 'd',
    });
  });

  test.for(wrappers)('is put inside another, and out of it again: %s', (kind) => {
    const path = [...top, 'all', 2];
    const put = wrap(rule, path, { kind, id: 'new' });
    const document = after(put);
    expect(valueAt(document, put.to)).toEqual(d);
    const out = outdent(document, put.to);
    const text = (out?.changes ?? []).reduce(applyChange, JSON.stringify(document));
    expect(JSON.parse(text)).toEqual(rule);
  });
});

test('a group of another kind has the same conditions, and what is said of it', () => {
  const group = { id: 'g', label: 'all told', all: [a, b] };
  const some = regrouped(group, 'atLeast');
  expect(some).toEqual({ id: 'g', label: 'all told', atLeast: 1, of: [a, b] });
  expect(regrouped({ ...(some as object), cap: { members: {}, atMost: 1 } }, 'all')).toEqual(group);
});

test('some member as every member ranges over the same', () => {
  const condition = { id: 'q', some: { role: 'child' }, satisfies: a };
  expect(quantified(condition, 'every')).toEqual({ id: 'q', every: { role: 'child' }, satisfies: a });
});

test('no move of any condition of Phase 1 leaves a document of another form', () => {
  const text = readFileSync(new URL('../../../rulesets/england/phase-1/1.0.0.json', import.meta.url), 'utf8');
  const checked = checkRuleset(JSON.parse(text), shippedLibrary);
  if (!checked.ok) throw new Error('invariant: phase-1 checks');
  const document: unknown = JSON.parse(text);
  // What members are asked outside of a range over them, and numbers that are not known any more, are wrong in meaning, not in form.
  const formal = new Set([
    'unknown-form',
    'several-forms',
    'missing-key',
    'unknown-key',
    'wrong-type',
    'empty-list',
  ]);
  for (const { pointer } of placesOf(checked.value.ruleset)) {
    const path = pointer
      .split('/')
      .slice(1)
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    for (const move of [moveUp, moveDown, indent, outdent, removal]) {
      const moved = move(document, path);
      if (moved === undefined) continue;
      const next: unknown = JSON.parse(moved.changes.reduce(applyChange, text));
      const result = checkRuleset(next, shippedLibrary);
      const codes = result.ok ? [] : result.error.map(({ code }) => code);
      expect(
        codes.filter((code) => formal.has(code)),
        `${move.name} of ${pointer}`,
      ).toEqual([]);
    }
  }
});
