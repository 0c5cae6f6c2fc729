import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkReused, idOfAnotherKind, type IdKind, ruleset as form } from '../../engine/index.ts';
import { shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

const path = fileURLToPath(new URL('../../rulesets/harrow/harrow/1.0.0.json', import.meta.url));
const text = readFileSync(path, 'utf8');
const before = form.parse(JSON.parse(text));
const { criteria, facts, parameters } = before;

type Part = Partial<typeof before>;
const fact = (id: string) => facts[id] ?? expect.fail(`there is no fact ${id}`);
const without = (all: object, id: string) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
const found = (part: Part) => checkReused({ ...before, ...part, version: '1.1.0' }, before);

const months = parameters['offence-months'] ?? expect.fail('there is such a parameter');
const asDays: typeof months = { ...months, unit: 'days' };
const work = criteria.find(({ id }) => id === 'work') ?? expect.fail('there is such a criterion');

test.for<readonly [why: string, part: Part]>([
  ['nothing changed', {}],
  ['something of a new id comes', { facts: { ...facts, 'more-exclusions': fact('fixed-term-exclusions') } }],
  ['something goes', { facts: without(facts, 'permanent-exclusion') }],
  [
    'a name is given to one kind while the other keeps it',
    { parameters: { ...parameters, 'permanent-exclusion': months } },
  ],
  [
    'a label, a source and a test change',
    {
      facts: { ...facts, 'permanent-exclusion': { ...fact('permanent-exclusion-ever'), label: 'otherwise' } },
    },
  ],
  ['the order changes', { criteria: criteria.toReversed() }],
])('an id is not used again where %s', ([, part]) => {
  expect(found(part)).toEqual([]);
});

describe('an id that is used again is found whole', () => {
  test('for something of another kind', () => {
    const part = {
      parameters: { ...parameters, 'permanent-exclusion': months },
      facts: without(facts, 'permanent-exclusion'),
    };
    expect(found(part)).toEqual([
      {
        code: 'id-of-another-kind',
        severity: 'error',
        pointer: '/parameters/permanent-exclusion',
        message:
          '`permanent-exclusion` is the id of a fact in harrow 1.0.0, and cannot be that of a parameter',
        suggestion: 'permanent-exclusion-2',
      },
    ]);
  });

  test('of a criterion for a route, with the next number that neither version has', () => {
    const { routes } = before.eligibility;
    const taken = { ...parameters, 'work-2': months };
    const part = {
      parameters: taken,
      criteria: criteria.filter((one) => one !== work),
      eligibility: { routes: [...routes, { ...work, id: 'work' }] },
    };
    expect(found(part)).toMatchObject([
      { code: 'id-of-another-kind', pointer: '/eligibility/routes/2/id', suggestion: 'work-3' },
    ]);
  });

  test.for<readonly [why: string, part: Part, pointer: string, message: string]>([
    [
      'a fact of other records',
      { facts: { ...facts, 'permanent-exclusion': fact('asb-intervention') } },
      '/facts/permanent-exclusion',
      '`permanent-exclusion` is a fact about exists of `exclusion` in harrow 1.0.0, and about exists of `asb-intervention` here',
    ],
    [
      'a parameter of another unit',
      { parameters: { ...parameters, 'offence-months': asDays } },
      '/parameters/offence-months',
      '`offence-months` is a parameter about a value in `months` in harrow 1.0.0, and about a value in `days` here',
    ],
  ])('for %s', ([, part, pointer, message]) => {
    expect(found(part)).toMatchObject([
      { code: 'id-of-another-meaning', severity: 'warning', pointer, message },
    ]);
  });

  test('of a condition that asks about another fact', () => {
    const now = form.parse(
      JSON.parse(text.replace('"fact": "asb-intervention"', '"fact": "offence-as-minor"')),
    );
    const [one, ...others] = checkReused(now, before);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: 'id-of-another-meaning', suggestion: 'crime.asb-intervention-2' });
    expect(one?.pointer).toMatch(/^\/criteria\/0\/when\/any\/\d+\/id$/);
  });
});

test('no version that ships uses an id of the one before again', () => {
  const all = shippedRulesets.map((one) => shippedRuleset(one).ruleset);
  for (const [at, now] of all.entries()) {
    const earlier = all[at - 1];
    if (earlier?.id !== now.id) continue;
    const errors = checkReused(now, earlier).filter(({ severity }) => severity === 'error');
    expect(errors, `${now.id} ${now.version}`).toEqual([]);
  }
});

test.for<readonly [why: string, id: string, kind: IdKind, said: string | undefined]>([
  ['nothing had it', 'permanent-exclusions', 'a parameter', undefined],
  ['a fact had it, and a fact is added', 'permanent-exclusion', 'a fact', undefined],
  [
    'a fact had it, and a parameter is added',
    ...(['permanent-exclusion', 'a parameter'] as const),
    '`permanent-exclusion` is the id of a fact in harrow 1.0.0, and cannot be that of a parameter',
  ],
  [
    'a criterion had it, and a route is added',
    ...(['work', 'a route'] as const),
    '`work` is the id of a criterion in harrow 1.0.0, and cannot be that of a route',
  ],
])('of something new, where %s, it is said before it is there', ([, id, kind, said]) => {
  expect(idOfAnotherKind({ id, kind }, before)).toBe(said);
});
