import { describe, expect, test } from 'vitest';
import {
  attributor,
  type Change,
  compileRuleset,
  type CompiledRuleset,
  type Edit,
  givenFamily,
} from '../../engine/index.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedCases, shippedLibrary, shippedRuleset } from '../builders/shipped.ts';
import { tinyFamily, tinyRuleset } from '../builders/tiny-ruleset.ts';

const nameOf = ({ kind, of, id }: Edit) => `${kind} ${of} ${id}`;

function compiled(document: unknown, library = shippedLibrary): CompiledRuleset {
  const made = compileRuleset(document, library);
  if (!made.ok) throw new Error(JSON.stringify(made.error, null, 1));
  return made.value;
}

interface About {
  readonly was: CompiledRuleset;
  readonly now: CompiledRuleset;
  readonly family: unknown;
  readonly asOf: string;
}

/** What the two versions say differently of a family, and the edits that cause what is said at a path. */
function attributed({ was, now, family, asOf }: About) {
  const between = attributor(was, now);
  const read = readFamily(family);
  const one = between.family({ was: read, now: read, question: { asOf: day(asOf) } });
  const named = (numbers: readonly number[]) =>
    numbers
      .map((number) => nameOf(between.edits[number] ?? ({ kind: 'added', of: 'ruleset', id: '?' } as Edit)))
      .sort();
  const at = (path: string): Change => {
    const change = one.changes.find((other) => other.path === path);
    if (change === undefined) throw new Error(`nothing changes at ${path}: ${JSON.stringify(one.changes)}`);
    return change;
  };
  return {
    ...one,
    at,
    causesAt: (path: string) => {
      const { sets, asked, ...rest } = one.causes(at(path));
      return { ...rest, sets: sets.map(named), asked: named(asked) };
    },
    sharesOf: (of: Parameters<typeof one.shares>[0]) => {
      const { shares, exact } = one.shares(of, 1);
      const all = [...shares].map(([number, share]) => [named([number])[0] ?? '', share] as const);
      return { exact, shares: Object.fromEntries(all.filter(([, share]) => share !== 0)) };
    },
  };
}

function ofCase(versions: readonly [was: string, now: string], path: string, id: string): About {
  const file = shippedCases(path);
  const one = file.cases.find((other) => other.id === id);
  const family = one && givenFamily(file, one.given);
  if (family?.ok !== true) throw new Error(`no case ${id} in ${path}`);
  const [was, now] = versions;
  return { was: shippedRuleset(was), now: shippedRuleset(now), family: family.value, asOf: one?.asOf ?? '' };
}

type Row = readonly [id: string, path: string, said: string, sets: readonly (readonly string[])[]];

const school = '/outcomes/significant-and-sustained-progress/parts/school/verdict';

describe('phase-2 of April 2015 against September 2015', () => {
  const versions = ['england/phase-2/1.0.0', 'england/phase-2/1.2.0'] as const;
  test.for<Row>([
    [
      'absence-below-the-line',
      '/criteria/school/verdict',
      'not-met → met',
      [['changed parameter absence-threshold']],
    ],
    ['absence-below-the-line', school, 'not-applicable → not-met', [['changed parameter absence-threshold']]],
    ['attendance-at-the-line', school, 'met → not-met', [['changed parameter attendance-needed']]],
    [
      'attendance-at-the-line',
      '/totalDuePence',
      '180000 → 100000',
      [['changed parameter attendance-needed']],
    ],
  ])('of %s, %s goes from %s because of its threshold', ([id, path, said, sets]) => {
    const found = attributed(ofCase(versions, versions[0], id));
    const { from, to } = found.at(path);
    expect(`${String(from)} → ${String(to)}`).toBe(said);
    expect(found.causesAt(path)).toMatchObject({ sets, complete: true });
  });
});

const reasons = ['arrests', 'homelessness', 'physical-health', 'pregnancy'];

describe('the national rules of phase 1 against Oxfordshire’s', () => {
  const versions = ['england/phase-1/1.0.0', 'oxfordshire/oxfordshire/1.0.0'] as const;
  test.for<readonly [file: 0 | 1, ...Row]>([
    [0, 'absence-under-15', '/totalDuePence', '0 → 240000', [['changed condition education.absence']]],
    [
      0,
      'exclusions-3',
      '/eligibility/verdict',
      'met → not-met',
      [['changed condition education.exclusions']],
    ],
    [
      0,
      'permanent-exclusion-old',
      '/criteria/education/verdict',
      'not-met → met',
      [['changed parameter permanent-exclusion-lookback']],
    ],
    [0, 'offence-adult', '/totalDuePence', '240000 → 0', [['removed condition high-cost.adult-offence']]],
    [
      0,
      'calendar-herefordshire',
      '/outcomes/crime-and-education/parts/education-result/verdict',
      'met → not-met',
      [['changed ruleset calendar']],
    ],
    [0, 'benefit-dla', '/criteria/work/verdict', 'not-met → met', [['changed condition work.benefit']]],
    [
      1,
      'all-three',
      '/criteria/high-cost/verdict',
      'unknown → not-met',
      [reasons.map((reason) => `removed condition high-cost.${reason}`)],
    ],
  ])('%#: of %s, %s goes from %s', ([file, id, path, said, sets]) => {
    const found = attributed(ofCase(versions, versions[file], id));
    const { from, to } = found.at(path);
    expect(`${String(from)} → ${String(to)}`).toBe(said);
    expect(found.causesAt(path)).toMatchObject({ sets, complete: true });
  });

  test('what a family is due less is all that edit’s that caused it', () => {
    const found = attributed(ofCase(versions, versions[0], 'offence-adult'));
    expect(found.sharesOf('/totalDuePence')).toEqual({
      exact: true,
      shares: { 'removed condition high-cost.adult-offence': -240_000 },
    });
    expect(found.sharesOf('/eligibility/verdict')).toEqual({
      exact: true,
      shares: { 'removed condition high-cost.adult-offence': -1 },
    });
  });
});

const { source } = tinyRuleset.criteria[0] ?? { source: undefined };
const counted = ['police-call-out', 'arrest', 'child-protection', 'domestic-incident'];

/** Met by so many of each kind of record: a criterion for a pair of kinds. */
function paired(version: string, needed: readonly number[]) {
  const thresholds = needed.map((value, at): [string, unknown] => [
    `least-${at}`,
    { label: `Least of ${counted[at]}`, unit: 'count', value, source },
  ]);
  const facts = counted.map((type, at): [string, unknown] => [
    `count-${at}`,
    { ...tinyRuleset.facts['call-outs'], count: type, label: type },
  ]);
  const leaf = (at: number) => ({
    fact: `count-${at}`,
    operator: 'greaterThanInclusive',
    value: { parameter: `least-${at}` },
  });
  const criterion = (id: string, pair: readonly number[]) => ({
    ...{ id, group: 'national', label: id, source },
    when: { all: pair.map((at) => ({ ...leaf(at), id: `${id}.${at}` })) },
  });
  return {
    ...tinyRuleset,
    version,
    parameters: { ...tinyRuleset.parameters, ...Object.fromEntries(thresholds) },
    facts: { ...Object.fromEntries(facts), offences: tinyRuleset.facts.offences },
    criteria: [criterion('crime', [0, 1]), criterion('harm', [2, 3])],
    eligibility: {
      routes: [
        {
          ...{ id: 'only', label: 'The only route', source },
          when: { any: [{ condition: 'crime' }, { condition: 'harm' }] },
        },
      ],
    },
  };
}

const event = [{ on: '2012-06-02' }];
const records = {
  'police-call-out': event,
  arrest: [{ on: '2012-06-02', member: 'm1' }],
  'child-protection': [],
  'domestic-incident': [],
};
const once = { ...tinyFamily, records };

describe('edits that need one another', () => {
  const was = compiled(paired('1.0.0', [3, 3, 3, 3]));

  test('are one cause, where neither alone changes anything', () => {
    const now = compiled({ ...paired('1.1.0', [1, 1, 2, 2]), monthEnd: 'overflow' });
    const found = attributed({ was, now, family: once, asOf: '2012-12-01' });
    const pair = ['changed parameter least-0', 'changed parameter least-1'];
    expect(found.causesAt('/eligibility/verdict')).toEqual({
      sets: [pair],
      complete: true,
      skipped: 0,
      // because the others leave every rule as it is
      asked: pair,
    });
    expect(found.sharesOf('/totalDuePence').shares).toEqual({
      [pair[0] ?? '']: 50_000,
      [pair[1] ?? '']: 50_000,
    });
  });

  test('are each a cause where either is enough', () => {
    const full = {
      ...once,
      records: {
        ...records,
        'child-protection': [{ kind: 'child-protection-plan', from: '2012-06-02', to: null, member: 'm2' }],
        'domestic-incident': event,
      },
    };
    const now = compiled(paired('1.1.0', [1, 1, 1, 1]));
    expect(
      attributed({ was, now, family: full, asOf: '2012-12-01' }).causesAt('/eligibility/verdict').sets,
    ).toEqual([
      ['changed parameter least-0', 'changed parameter least-1'],
      ['changed parameter least-2', 'changed parameter least-3'],
    ]);
  });
});

test('sets that make no valid ruleset are skipped, and counted', () => {
  const was = compiled(paired('1.0.0', [1, 1, 1, 1]));
  const document = paired('1.1.0', [1, 1, 1, 1]);
  const now = compiled({
    ...document,
    criteria: document.criteria.filter(({ id }) => id !== 'harm'),
    eligibility: {
      routes: document.eligibility.routes.map((route) => ({
        ...route,
        when: { any: [{ condition: 'crime' }] },
      })),
    },
  });
  const found = attributed({ was, now, family: once, asOf: '2012-12-01' });
  const { sets, skipped, complete } = found.causesAt('/criteria/harm/verdict');
  expect(sets).toEqual([['removed condition only.when.harm', 'removed criterion harm']]);
  expect(complete).toBe(true);
  expect(skipped).toBe(1);
});

test('a calendar that changed under the same name is a switch of its own', () => {
  const path = '/outcomes/crime-and-education/parts/education-result/verdict';
  const about = ofCase(
    ['england/phase-1/1.0.0', 'oxfordshire/oxfordshire/1.0.0'],
    'england/phase-1/1.0.0',
    'calendar-herefordshire',
  );
  // because the terms of the fallback are not those of the council's own
  const moved = shippedLibrary.calendars.map((one) =>
    one.id === 'herefordshire' ? { ...one, authorities: ['Elsewhere'] } : one,
  );
  const now = compiled(about.was.ruleset, { ...shippedLibrary, calendars: moved });
  const found = attributed({ ...about, now });
  expect(found.at(path)).toMatchObject({ from: 'met', to: 'not-met' });
  expect(found.causesAt(path)).toMatchObject({ sets: [['changed ruleset calendar']], complete: true });
});

/** Fifteen thresholds of which the last two must both be lower; the others are far from mattering, or seem to. */
function crowded(version: string, value: number) {
  const ids = Array.from({ length: 15 }, (_, at) => `least-${at}`);
  const { parameters } = paired(version, [1, 1, 1, 1]);
  const one = { label: 'Least', unit: 'count', value, source };
  const document = paired(version, [1, 1, 1, 1]);
  const leaf = (id: string, fact: string) => ({
    ...{ id: `crime.${id}`, fact, operator: 'greaterThanInclusive', value: { parameter: id } },
  });
  return {
    ...document,
    parameters: { ...parameters, ...Object.fromEntries(ids.map((id): [string, unknown] => [id, one])) },
    criteria: document.criteria.map((criterion) =>
      criterion.id === 'crime'
        ? {
            ...criterion,
            when: {
              any: [
                { id: 'crime.first', all: ids.slice(0, 13).map((id) => leaf(id, 'count-2')) },
                { id: 'crime.last', all: ids.slice(13).map((id) => leaf(id, 'count-0')) },
              ],
            },
          }
        : criterion,
    ),
  };
}

test('of more than twelve edits one smallest set is found, and that there may be others is said', () => {
  const was = compiled(crowded('1.0.0', 3));
  const now = compiled(crowded('1.1.0', 1));
  const found = attributed({ was, now, family: once, asOf: '2012-12-01' });
  const { sets, complete, asked } = found.causesAt('/criteria/crime/verdict');
  expect(asked).toHaveLength(15);
  expect(sets).toEqual([['changed parameter least-13', 'changed parameter least-14']]);
  expect(complete).toBe(false);
  const { exact, shares } = found.sharesOf('/eligibility/verdict');
  expect(exact).toBe(false);
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  expect(sum).toBeCloseTo(1, 9);
  expect(Object.keys(shares).sort()).toEqual(sets[0]);
});

test('versions that share no ids are not attributable', () => {
  const was = compiled(tinyRuleset);
  const own = ['fee', 'lookback', 'call-outs', 'offences', 'crime', 'only', 'calm', 'attachment-fee'];
  const text = own.reduce(
    (renamed, id) => renamed.replaceAll(`"${id}"`, `"other-${id}"`),
    JSON.stringify(tinyRuleset),
  );
  const now = compiled(JSON.parse(text));
  expect(attributor(was, now).refused).toBe('no-shared-ids');
  expect(attributor(was, was)).toMatchObject({ refused: undefined, edits: [] });
});
