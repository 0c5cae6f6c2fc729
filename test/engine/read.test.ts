import { describe, expect, test } from 'vitest';
import type { Condition } from '../../engine/document/condition.ts';
import type { Fact } from '../../engine/document/fact.ts';
import { ruleset, type Ruleset } from '../../engine/document/ruleset.ts';
import { readPlace, readRuleset } from '../../engine/read/ruleset.ts';
import { referenceVocabulary as vocabulary } from '../builders/reference-vocabulary.ts';

const source = { ref: 'test', standing: 'sourced' } as const;
const held = (unit: string, value: unknown) => ({ label: `a held ${unit}`, unit, value, source });
const p = (parameter: string) => ({ parameter });

const parameters = {
  percent: held('percent', 15),
  count: held('count', 3),
  weeks: held('weeks', 26),
  months: held('months', 12),
  terms: held('terms', 3),
  'yes-no': held('yes-no', true),
  kinds: held('kinds', ['theft', 'damage']),
  day: { ...held('choice', 'event'), choices: ['event', 'looked-from'] },
  dated: {
    label: 'the share that counts',
    unit: 'percent',
    values: [
      { from: '2012-04-01', to: '2015-09-01', value: 15 },
      { from: '2015-09-01', value: 10 },
    ],
    source,
  },
};

const child = { role: 'child' };
const lastYear = { lastMonths: 12, includes: true } as const;

function read(when: Condition, facts: Record<string, Fact> = {}): string {
  const document: Ruleset = ruleset.parse({
    id: 'made',
    version: '1.0.0',
    title: 'Made',
    programme: 'made',
    phase: 1,
    jurisdiction: 'Nowhere',
    vocabulary: 'reference@1',
    calendar: { fallback: 'fallback' },
    monthEnd: 'clamp',
    sources: { test: { title: 'Made for tests' } },
    parameters,
    facts,
    criteria: [
      { id: 'crime', group: 'national', label: 'Crime', when: { id: 'line', ...when }, source },
      { id: 'other', group: 'local', label: 'Another reason', when, source },
    ],
    eligibility: { routes: [{ id: 'only', label: 'Only', when: { condition: 'crime' }, source }] },
    outcomes: [],
    payments: [{ id: 'fee', label: 'Fee', kind: 'attachment', amount: 100, source }],
  });
  return readPlace(readRuleset({ ruleset: document, vocabulary }), 'line')?.sentence ?? '';
}

const offences = { label: 'offences', count: 'offence', window: lastYear } as const;

describe('windows', () => {
  test.for([
    [{ lastMonths: 12, includes: true }, 'in the last 12 months, that day included'],
    [{ lastMonths: 1, includes: false }, 'in the last 1 month before that day'],
    [
      { lastWeeks: 6, includes: true, includesFirst: false },
      'in the last 6 weeks, that day included, the first day not counted',
    ],
    [{ lastDays: p('count'), includes: p('yes-no') }, 'in the last 3 days, that day included'],
    [
      { lastYears: 2, includes: true, includesFirst: p('yes-no') },
      'in the last 2 years, that day included and the first day too',
    ],
    [
      { lastMonths: 6, includes: false, notBefore: 'attachedOn' },
      'in the last 6 months before that day, all of them since the family was attached',
    ],
    [{ lastTerms: 3 }, 'over the last 3 completed terms'],
    [{ lastTerms: 1 }, 'over the last completed term'],
    [{ lastTerms: 1, partTerm: true }, 'over the term in progress or, between terms, the last one'],
    [{ lastTerms: p('terms'), partTerm: true }, 'over the last 3 terms, the one in progress included'],
    [{ since: 'attachedOn', includes: true }, 'since the family was attached'],
    [{ since: 'closedOn', includes: false }, 'since the family’s case was closed and before that day'],
    [
      { after: { first: 'offence', where: { kind: 'theft' } }, weeks: 13 },
      'in the 13 weeks after the first offence (kind: theft)',
    ],
    [{ after: 'attachedOn', days: 30 }, 'in the 30 days after the family was attached'],
    [{ before: { last: 'visit' }, months: p('months') }, 'in the 12 months before the last visit'],
    [{ on: 'lookedFrom' }, 'on that day'],
    [{ on: 'attachedOn' }, 'on the day the family was attached'],
    [{ on: { first: 'visit' } }, 'on the day of the first visit'],
    [{ ever: true, includes: true }, 'at any time'],
    [{ ever: true, includes: false }, 'at any time before that day'],
  ] as const)('%j is %s', ([window, said]) => {
    const has = 'on' in window ? 'has' : 'has had';
    expect(
      read({ fact: 'f', operator: 'greaterThan', value: 2 }, { f: { ...offences, window } as Fact }),
    ).toBe(`The family ${has} more than 2 offences ${said}.`);
  });
});

describe('measures and what they are compared with', () => {
  const each = { each: child };
  test.for([
    [{ ...offences }, 'equal', 0, 'The family has had no offences in the last 12 months, that day included.'],
    [
      { ...offences },
      'lessThan',
      3,
      'The family has had fewer than 3 offences in the last 12 months, that day included.',
    ],
    [
      { ...offences },
      'lessThanInclusive',
      p('count'),
      'The family has had 3 or fewer offences in the last 12 months, that day included.',
    ],
    [
      { ...offences },
      'notEqual',
      3,
      'The family has had anything but 3 offences in the last 12 months, that day included.',
    ],
    [
      { label: 'an offence', exists: 'offence', window: lastYear },
      'equal',
      true,
      'The family has had an offence in the last 12 months, that day included.',
    ],
    [
      { label: 'an offence', exists: 'offence', window: lastYear },
      'notEqual',
      true,
      'The family has not had an offence in the last 12 months, that day included.',
    ],
    [
      { label: 'an offence', exists: 'offence', window: { on: 'lookedFrom' } },
      'equal',
      p('yes-no'),
      'The family has an offence on that day.',
    ],
    [
      { label: 'a long stay', length: { of: 'benefit', measure: 'total' }, window: lastYear },
      'greaterThanInclusive',
      p('weeks'),
      'The family has had 26 weeks or more of a long stay, in all, in the last 12 months, that day included.',
    ],
    [
      { label: 'benefit', length: { of: 'benefit', measure: 'longest' }, window: lastYear },
      'lessThan',
      30,
      'The family has had less than 30 days of benefit, in one unbroken run, in the last 12 months, that day included.',
    ],
    [
      {
        label: 'the fall in offences',
        reduction: 'offence',
        window: { lastMonths: 6, includes: false },
        baseline: { months: 6 },
      },
      'greaterThanInclusive',
      60,
      'The fall in offences is 60% or more in the last 6 months before that day, against the 6 months before them.',
    ],
    [
      {
        label: 'the fall in offences',
        reduction: 'offence',
        window: { lastMonths: 6, includes: false },
        baseline: { before: 'attachedOn', months: 12 },
      },
      'greaterThan',
      p('percent'),
      'The fall in offences is more than 15% in the last 6 months before that day, against the 12 months before the family was attached.',
    ],
    [{ label: 'x', dated: 'attachedOn' }, 'equal', true, 'The family has been attached.'],
    [{ label: 'x', dated: 'closedOn' }, 'equal', false, 'The family’s case has not been closed.'],
    [{ label: 'x', claimed: 'fee' }, 'equal', true, 'The payment “Fee” has been claimed before.'],
  ] as const)('%j %s %j', ([fact, operator, value, said]) => {
    expect(read({ fact: 'f', operator, value }, { f: fact as Fact })).toBe(said);
  });

  test.for([
    [
      {
        ...each,
        label: 'absence',
        ratio: { of: 'attendance', sum: 'unauthorised', over: 'possible' },
        window: { lastTerms: 3 },
      },
      'greaterThanInclusive',
      p('dated'),
      'Any child has “the share that counts” (15% from 1 April 2012 to 31 August 2015, 10% from 1 September 2015) or more absence over the last 3 completed terms.',
    ],
    [{ ...each, label: 'age', age: 'lookedFrom' }, 'lessThan', 16, 'Any child is under 16 on that day.'],
    [
      { ...each, label: 'age', age: 'attachedOn' },
      'greaterThanInclusive',
      16,
      'Any child is 16 or older on the day the family was attached.',
    ],
    [{ ...each, label: 'home', resident: true }, 'equal', false, 'Any child does not live with the family.'],
    [
      { ...each, label: 'school', schoolAge: { lastTerms: 3 } },
      'equal',
      true,
      'Any child is of compulsory school age in any of the last 3 completed terms.',
    ],
  ] as const)('of a member: %j %s %j', ([fact, operator, value, said]) => {
    const satisfies = { fact: 'f', operator, value } as const;
    expect(read({ some: child, satisfies }, { f: fact as Fact })).toBe(said);
  });
});

describe('groups, quantifiers, references and settings', () => {
  const facts = {
    f: { ...offences, label: 'offences', each: {} } as Fact,
    e: { label: 'an offence', exists: 'offence', each: {}, window: lastYear } as Fact,
  };
  const many = { fact: 'f', operator: 'greaterThan', value: 2 } as const;
  const within = 'in the last 12 months, that day included.';
  test.for<[Condition, string]>([
    [{ some: {}, satisfies: many }, `Any member has had more than 2 offences ${within}`],
    [
      { every: { role: ['parent', 'child'] }, satisfies: many },
      `Every parent or child has had more than 2 offences ${within}`,
    ],
    [
      { every: child, satisfies: { fact: 'e', operator: 'equal', value: false } },
      `No child has had an offence ${within}`,
    ],
    [
      { some: { ...child, aged: { from: 10, below: p('count') } }, satisfies: many },
      `Any child aged 10 or over and under 3 has had more than 2 offences ${within}`,
    ],
    [
      { some: { ...child, schoolAge: { lastTerms: 1 } }, satisfies: many },
      `Any child of compulsory school age in the last completed term has had more than 2 offences ${within}`,
    ],
    [
      { some: { ...child, resident: false, schoolAge: { lastTerms: 2 } }, satisfies: many },
      `Any child who does not live with the family and was of compulsory school age in any of the last 2 completed terms has had more than 2 offences ${within}`,
    ],
    [
      { some: { ...child, resident: true, where: many }, satisfies: many },
      'For at least one child who lives with the family and counts:',
    ],
    [{ some: child, satisfies: { any: [many, { ...many, id: 'second' }] } }, 'For at least one child:'],
    [{ all: [{ condition: 'other' }, { condition: 'other', id: 'again' }] }, 'All of these must hold:'],
    [{ any: [{ condition: 'other' }] }, 'This must hold:'],
    [{ not: { condition: 'other' } }, 'This must not hold:'],
    [
      { label: 'Two of them', atLeast: p('count'), of: [{ condition: 'other' }] },
      'Two of them – at least 3 of these must hold:',
    ],
    [
      {
        atLeast: 2,
        of: [{ condition: 'other' }],
        cap: { members: { role: 'parent', resident: false }, atMost: 1 },
      },
      'At least 2 of these must hold, and no one parent who does not live with the family may account for more than 1 of them:',
    ],
    [{ condition: 'other' }, 'The criterion “Another reason” is met.'],
    [
      { parameter: 'yes-no', operator: 'equal', value: false },
      'The setting “a held yes-no” is no (it is set to yes).',
    ],
    [
      { parameter: 'count', operator: 'greaterThan', value: 2 },
      'The setting “a held count” is more than 2 (it is set to 3).',
    ],
    [
      { parameter: 'day', operator: 'notEqual', value: 'looked-from' },
      'The setting “a held choice” is anything but looked from (it is set to event).',
    ],
  ])('%j', ([when, said]) => {
    expect(read(when, facts)).toBe(said);
  });
});
