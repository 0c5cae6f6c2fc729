import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { forms } from '../../engine/document/forms.ts';

const text = z.string();
const days = z.strictObject({ days: z.number(), note: text.optional() });
const span = z.strictObject({ from: text, to: text });
const open = z.strictObject({ from: text, ongoing: z.literal(true) });
const alternatives = [z.enum(['ever', 'never']), z.array(text), days, span, open] as const;
const [ours, zods] = [forms(alternatives), z.union(alternatives)];

test.for([
  ['a word that is no form', 'ever'],
  ['a word that none takes', 'always'],
  ['a list', ['a']],
  ['an object of one form', { days: 3 }],
  ['the same with what it may have', { days: 3, note: 'three' }],
  ['all that one form needs, one of it wrong', { days: 'three' }],
  ['all that one form needs and a key too many', { days: 3, from: 'a' }],
  ['what two forms need at once', { from: 'a', to: 'b', ongoing: true }],
  ['what two forms begin with', { from: 'a' }],
  ['the keys of no form', {}],
  ['a key that only its prototype has', Object.create({ days: 3 })],
  ['nothing', null],
] as const)('%s is read as zod’s own union reads it', ([, value]) => {
  const [one, other] = [ours.safeParse(value), zods.safeParse(value)];
  expect(one.success).toBe(other.success);
  expect(one.data).toEqual(other.data);
});

describe('of an object that has all that one form needs', () => {
  test('what is wrong is said at its place, and of that form alone', () => {
    const { error } = ours.safeParse({ days: 'three' });
    expect(error?.issues.map(({ path, code }) => [path, code])).toEqual([[['days'], 'invalid_type']]);
  });

  test('no other form is tried', () => {
    let tried = 0;
    const note = text.refine(() => (tried += 1) > 0);
    const [months, weeks] = [z.strictObject({ months: text, note }), z.strictObject({ weeks: text, note })];
    const value = { weeks: 'two', note: 'of them' };
    expect(forms([months, weeks]).parse(value)).toEqual(value);
    expect(tried).toBe(1);
  });
});

test('it is written as JSON Schema as zod’s own union is', () => {
  expect(z.toJSONSchema(ours)).toEqual(z.toJSONSchema(zods));
});
