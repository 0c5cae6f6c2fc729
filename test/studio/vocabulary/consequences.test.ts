import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkVocabulary, familyParser } from '../../../engine/index.ts';
import { applyChange } from '../../../studio/draft/apply-change.ts';
import type { Change } from '../../../studio/draft/editing.ts';
import { consequences, within } from '../../../studio/vocabulary/families/consequences.ts';

const source = { ref: 's', standing: 'unverified' };
const contact = {
  label: { one: 'contact', many: 'contacts' },
  shape: 'event',
  member: 'optional',
  fields: {
    how: {
      type: 'kind',
      label: 'how',
      values: [
        { id: 'visit', label: 'a visit' },
        { id: 'call', label: 'a call' },
      ],
    },
    lasted: { type: 'count', label: 'how long', unit: 'times', max: 90 },
    rest: { type: 'count', label: 'how much was left', unit: 'times' },
    note: { type: 'text', label: 'note', maxLength: 10 },
    due: { type: 'day', label: 'day of the next', nullable: true },
    kept: { type: 'yes-no', label: 'kept', required: true },
  },
  limits: [{ sum: ['lasted', 'rest'], atMost: 'lasted' }],
};
const published = {
  ...{ id: 'words', version: 1, title: 'Words', sources: { s: { title: 'S' } } },
  roles: [
    { id: 'child', label: 'child' },
    { id: 'carer', label: 'carer' },
  ],
  schoolAge: {
    ...{ startsAt: 5, cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' } },
    ...{ endsAt: 16, leavingYearFrom: '09-01', source },
  },
  everyRecord: { evidence: { type: 'text', label: 'what shows it' } },
  recordTypes: {
    contact,
    arrest: { ...contact, label: { one: 'arrest', many: 'arrests' }, fields: {}, limits: [] },
  },
};
const text = JSON.stringify(published, null, 2);
const type = ['recordTypes', 'contact'] as const;
const fields = [...type, 'fields'] as const;

/** A family that says something in every field, and one that says as little as it may. */
const record = {
  ...{ member: 'm1', on: '2014-01-05', how: 'visit', lasted: 60, rest: 0, note: 'Went well' },
  ...{ due: '2014-02-01', kept: true, evidence: 'A letter' },
};
const whole = {
  ...{ id: 'F', localAuthority: 'Nowhere', members: [{ id: 'm1', role: 'carer' }] },
  records: { contact: [record, { on: '2014-01-06', kept: false, due: null }], arrest: [] },
};

const read = (vocabulary: unknown, family: unknown): boolean => {
  const checked = checkVocabulary(vocabulary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return familyParser(checked.value)(family).ok;
};

interface Row {
  readonly changes: readonly Change[];
  readonly effect: 'refused' | 'otherwise' | 'as-before';
  readonly said: string;
  readonly at: string;
}

const rows: readonly Row[] = [
  {
    changes: [{ remove: ['recordTypes', 'arrest'] }],
    effect: 'refused',
    said: 'a family that names “arrests” is refused: there is no such type of record',
    at: '/recordTypes',
  },
  {
    changes: [{ set: ['recordTypes', 'move'], value: { ...contact, label: { one: 'move', many: 'moves' } } }],
    effect: 'as-before',
    said: 'of families that are written already, nothing is known of “moves”',
    at: '/recordTypes/move',
  },
  {
    changes: [{ set: [...type, 'shape'], value: 'spell' }],
    effect: 'refused',
    said: 'every record of “contacts” is refused: it is written as an event, and must be a spell',
    at: '/recordTypes/contact/shape',
  },
  {
    changes: [{ set: [...type, 'member'], value: 'required' }],
    effect: 'refused',
    said: 'a record of “contacts” that names no member is refused',
    at: '/recordTypes/contact/member',
  },
  {
    changes: [{ set: [...type, 'member'], value: 'none' }],
    effect: 'refused',
    said: 'a record of “contacts” that names a member is refused, and so are days that are covered for one member',
    at: '/recordTypes/contact/member',
  },
  {
    changes: [{ remove: [...fields, 'note'] }],
    effect: 'refused',
    said: 'a record of “contacts” that says “note” is refused: there is no such field',
    at: '/recordTypes/contact/fields',
  },
  {
    changes: [{ set: [...fields, 'more'], value: { type: 'yes-no', label: 'more', required: true } }],
    effect: 'refused',
    said: 'a record of “contacts” that is written already is refused, because it does not say “more”',
    at: '/recordTypes/contact/fields/more',
  },
  {
    changes: [{ set: [...fields, 'more'], value: { type: 'yes-no', label: 'more' } }],
    effect: 'as-before',
    said: 'of records that are written already, “more” is not known',
    at: '/recordTypes/contact/fields/more',
  },
  {
    changes: [{ remove: [...fields, 'how', 'values', 0] }],
    effect: 'refused',
    said: 'a record of “contacts” is refused where “how” is “a visit”, which is gone',
    at: '/recordTypes/contact/fields/how/values',
  },
  {
    changes: [{ insert: [...fields, 'how', 'values', 0], value: { id: 'letter', label: 'a letter' } }],
    effect: 'as-before',
    said: '“how” can also be “a letter”',
    at: '/recordTypes/contact/fields/how/values',
  },
  {
    changes: [{ set: [...fields, 'lasted', 'max'], value: 59 }],
    effect: 'refused',
    said: 'a record of “contacts” is refused where “how long” is more than 59',
    at: '/recordTypes/contact/fields/lasted/max',
  },
  {
    changes: [{ set: [...fields, 'lasted', 'max'], value: 91 }],
    effect: 'otherwise',
    said: 'where “how long” is not known, it may be more than before',
    at: '/recordTypes/contact/fields/lasted/max',
  },
  {
    changes: [{ set: [...fields, 'lasted', 'unit'], value: 'points' }],
    effect: 'otherwise',
    said: 'numbers that are written as “how long” stay as they are, and mean a number of points',
    at: '/recordTypes/contact/fields/lasted/unit',
  },
  {
    changes: [{ set: [...fields, 'note', 'maxLength'], value: 8 }],
    effect: 'refused',
    said: 'a record of “contacts” is refused where “note” is longer than 8 characters',
    at: '/recordTypes/contact/fields/note/maxLength',
  },
  {
    changes: [{ set: [...fields, 'how'], value: { type: 'text', label: 'how' } }],
    effect: 'otherwise',
    said: 'what is written as “how” is read as text',
    at: '/recordTypes/contact/fields/how/type',
  },
  {
    changes: [{ set: [...fields, 'note'], value: { type: 'day', label: 'note' } }],
    effect: 'refused',
    said: 'a record of “contacts” is refused where “note” is not a day',
    at: '/recordTypes/contact/fields/note/type',
  },
  {
    changes: [{ set: [...fields, 'note'], value: { type: 'yes-no', label: 'note' } }],
    effect: 'refused',
    said: 'every record that says “note” is refused: it is yes or no now',
    at: '/recordTypes/contact/fields/note/type',
  },
  {
    changes: [{ set: [...fields, 'note', 'required'], value: true }],
    effect: 'refused',
    said: 'a record of “contacts” that does not say “note” is refused',
    at: '/recordTypes/contact/fields/note/required',
  },
  {
    changes: [{ remove: [...fields, 'kept', 'required'] }],
    effect: 'as-before',
    said: 'a record of “contacts” need no longer say “kept”',
    at: '/recordTypes/contact/fields/kept/required',
  },
  {
    changes: [{ remove: [...fields, 'due', 'nullable'] }],
    effect: 'otherwise',
    said: 'where “day of the next” was known to be none (null), it is now not known',
    at: '/recordTypes/contact/fields/due/nullable',
  },
  {
    changes: [{ set: [...fields, 'note', 'nullable'], value: true }],
    effect: 'otherwise',
    said: 'an empty “note” (null) says that there is known to be none; it was not known',
    at: '/recordTypes/contact/fields/note/nullable',
  },
  {
    changes: [{ set: [...fields, 'kept', 'nullable'], value: true }],
    effect: 'as-before',
    said: 'a record of “contacts” can also say that it is known to have no “kept”',
    at: '/recordTypes/contact/fields/kept/nullable',
  },
  {
    changes: [{ set: [...type, 'limits'], value: [...contact.limits, { sum: ['lasted'], atMost: 'rest' }] }],
    effect: 'refused',
    said: 'a record of “contacts” is refused where this does not hold: how long: at most how much was left',
    at: '/recordTypes/contact/limits',
  },
  {
    changes: [{ remove: [...type, 'limits'] }],
    effect: 'otherwise',
    said: 'where a number is not known, it may be more than before: it need not hold that how long and how much was left together: at most how long',
    at: '/recordTypes/contact/limits',
  },
  {
    changes: [{ remove: ['everyRecord', 'evidence'] }],
    effect: 'refused',
    said: 'a record of any type that says “what shows it” is refused: there is no such field',
    at: '/everyRecord',
  },
  {
    changes: [{ remove: ['roles', 1] }],
    effect: 'refused',
    said: 'a family with a member who is “carer” is refused: there is no such role',
    at: '/roles',
  },
  {
    changes: [{ insert: ['roles', 2], value: { id: 'aunt', label: 'aunt' } }],
    effect: 'as-before',
    said: 'a member can also be “aunt”',
    at: '/roles',
  },
  {
    changes: [{ set: ['schoolAge', 'endsAt'], value: 18 }],
    effect: 'otherwise',
    said: 'who is of compulsory school age in a term is reckoned otherwise',
    at: '/schoolAge',
  },
];

const after = (changes: readonly Change[]): unknown => JSON.parse(changes.reduce(applyChange, text));

describe('what a change means for families that are written already', () => {
  test('they are read as the vocabulary stands', () => {
    expect(read(published, whole)).toBe(true);
  });

  test.for(rows)('$said', ({ changes, effect, said, at }) => {
    expect(consequences(published, after(changes))).toEqual([{ effect, sentence: said, pointer: at }]);
  });

  test.for(rows)('the engine agrees: $said', ({ changes, effect }) => {
    expect(read(after(changes), whole)).toBe(effect !== 'refused');
  });

  test.for([
    { changes: [], why: 'nothing' },
    { changes: [{ set: [...type, 'label', 'one'], value: 'talk' }], why: 'wording' },
    { changes: [{ move: ['recordTypes', 'arrest'], to: 0 }], why: 'the order of types' },
    { changes: [{ move: [...fields, 'kept'], to: 0 }], why: 'the order of fields' },
    { changes: [{ set: ['schoolAge', 'source', 'at'], value: 'section 8' }], why: 'a source' },
    { changes: [{ set: ['title'], value: 'Other' }], why: 'the title' },
  ] satisfies readonly { changes: readonly Change[]; why: string }[])('none: $why', ({ changes }) => {
    expect(consequences(published, after(changes))).toEqual([]);
  });

  test('what refuses families comes first', () => {
    const changes: readonly Change[] = [
      { set: [...fields, 'more'], value: { type: 'yes-no', label: 'more' } },
      { set: ['schoolAge', 'endsAt'], value: 18 },
      { remove: ['roles', 1] },
    ];
    const all = consequences(published, after(changes));
    expect(all.map(({ effect }) => effect)).toEqual(['refused', 'otherwise', 'as-before']);
    expect(within(all, '/recordTypes/contact')).toHaveLength(1);
    expect(within(all, '/recordTypes/con')).toHaveLength(0);
  });

  test.for([undefined, null, 7, [], {}, { recordTypes: 7, roles: {}, everyRecord: [] }])(
    'total: of %j too',
    (draft) => {
      expect(() => consequences(published, draft)).not.toThrow();
      expect(() => consequences(draft, published)).not.toThrow();
    },
  );

  test('of the vocabulary as it is published, none', () => {
    const family = JSON.parse(
      readFileSync(new URL('../../../rulesets/vocabulary/family@1.json', import.meta.url), 'utf8'),
    ) as unknown;
    expect(consequences(family, family)).toEqual([]);
  });
});
