import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { FAMILY } from '../../engine/decide/run.ts';
import { goingOn } from '../../engine/earliest/going-on.ts';
import type { Forced } from '../../engine/needed/changes.ts';
import { stillNeeded } from '../../engine/needed/needed.ts';
import { searchNeeded, type Search } from '../../engine/needed/search.ts';
import { joining, none, nothing, type Joining, type Way, type Ways } from '../../engine/needed/sets.ts';
import { addDays, formatDay } from '../../engine/time/civil-date.ts';
import { MET, NOT_APPLICABLE, NOT_MET } from '../../engine/verdict.ts';
import { questions } from '../arbitraries/question.ts';
import { compiled, day, parsedFamily } from '../builders/decided.ts';
import { readFamily, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const make = familiesOf('hertfordshire', 11);
const families = Array.from({ length: 14 }, (_, at) => readFamily(make(at)));

const without = (way: Way, change: number) => way.filter((one) => one !== change);

/** Every smallest set of some changes that is enough, by trying all of them. */
function byTrying({ holds }: Search, payment: number, changes: readonly number[]): Way[] {
  const enough: Way[] = [];
  const sets = Array.from({ length: 2 ** changes.length }, (_, bits) =>
    changes.filter((_change, at) => (bits >> at) & 1),
  ).sort((one, other) => one.length - other.length);
  for (const set of sets) {
    if (enough.some((one) => one.every((change) => set.includes(change)))) continue;
    if (holds(payment, set)) enough.push(set);
  }
  return enough;
}

const inOrder = (ways: readonly Way[]) => ways.map((way) => way.join(' ')).sort();

/** What a search found, seen to be enough, and no larger than it has to be. */
function seenEnough(search: Search): number {
  let named = 0;
  for (const [payment, ways] of search.ways.entries()) {
    for (const way of ways) {
      named += 1;
      expect(search.holds(payment, way)).toBe(true);
      const loose = way.filter((change) => search.holds(payment, without(way, change)));
      expect([payment, way, loose]).toEqual([payment, way, []]);
    }
  }
  return named;
}

/** What a search found of payments whose changes can all be tried, seen to be all there is of these. */
function seenWhole(search: Search): number {
  let tried = 0;
  for (const [payment, ways] of search.ways.entries()) {
    const all = [...new Set(ways.flat())].sort((one, other) => one - other);
    if (search.mayBeMore[payment] === true || all.length > 9 || ways.length === 0) continue;
    tried += 1;
    expect(inOrder(byTrying(search, payment, all))).toEqual(inOrder(ways));
  }
  return tried;
}

/** Every comparison and setting that was judged, with what else it could have been: found from the trace, not from the rules downwards. */
function flips({ compiler: { slots } }: CompiledRuleset, { evaluation: { run } }: Search) {
  const leaves = slots.places.filter(({ condition }) => 'fact' in condition || 'parameter' in condition);
  return leaves.flatMap(({ id, quantified }) => {
    const members = quantified ? run.family.members.map(({ index }) => index) : [FAMILY];
    return members.flatMap((member) => {
      const at = slots.index(slots.slot(id), run, member);
      const bit = run.bytes[at] ?? 0;
      if (bit === 0 || bit === NOT_APPLICABLE) return [];
      return ([MET, NOT_MET] as const).filter((other) => other !== bit).map((other) => ({ at, bit: other }));
    });
  });
}

const named = ({ at, bit }: Forced) => `${at} ${bit}`;

describe('every set that is named is enough, and none of its changes can be left out', () => {
  test.for(shippedRulesets)('under %s', (path) => {
    const rules = shippedRuleset(path);
    const found = ['2014-10-01', '2016-03-01'].flatMap((on) =>
      families.map((family) => searchNeeded(rules, family, { asOf: day(on), until: day(on) })),
    );
    expect(found.reduce((sum, search) => sum + seenEnough(search), 0)).toBeGreaterThan(50);
    // of those payments of which a search does not say that there may be more
    expect(found.reduce((sum, search) => sum + seenWhole(search), 0)).toBeGreaterThan(0);
  });

  test.for(shippedRulesets)('what one comparison alone would do is named under %s', (path) => {
    const rules = shippedRuleset(path);
    let all = 0;
    for (const family of families) {
      const asOf = family.attachedOn === null ? day('2015-01-01') : addDays(family.attachedOn, 400);
      const search = searchNeeded(rules, family, { asOf, until: asOf });
      for (const [payment, ways] of search.ways.entries()) {
        if (search.folds(payment, []) || search.mayBeMore[payment] === true) continue;
        const alone = flips(rules, search).filter((one) => search.folds(payment, [one]));
        const found = ways.flatMap((way) => {
          const conditions = way.filter((change) => (search.changes[change]?.forces ?? []).length > 0);
          const forces = conditions.flatMap((change) => search.changes[change]?.forces ?? []);
          return conditions.length === 1 && forces.length === 1 ? forces : [];
        });
        expect([family.id, payment, found.map(named).sort()]).toEqual([
          family.id,
          payment,
          alone.map(named).sort(),
        ]);
        all += alone.length;
      }
    }
    expect(all).toBeGreaterThan(0);
  });

  test('under any ruleset, for any family', () => {
    let all = 0;
    fc.assert(
      fc.property(questions, (given) => {
        const rules = compiled(given.ruleset, given.calendars);
        for (const asked of given.asked.slice(0, 2)) {
          const asOf = day(asked.asOf);
          const restated = 'restateAttachment' in asked ? day(asked.restateAttachment) : undefined;
          const stretch = { asOf, until: asOf, restateAttachment: restated };
          all += seenEnough(searchNeeded(rules, parsedFamily(asked.family), stretch));
        }
      }),
      { seed: 20_130_701, numRuns: 120 },
    );
    expect(all).toBeGreaterThan(50);
  });
});

describe('joining', () => {
  const odd = (change: number) => change % 2 === 1;
  const table: readonly [string, (join: Joining) => Ways, Ways][] = [
    [
      'of ways that hold each other the smaller',
      ({ smallest }) => smallest([[0, 2], [2], [0, 4]]),
      [[2], [0, 4]],
    ],
    ['within reach first, however many', ({ smallest }) => smallest([[1], [0, 2, 4]]), [[0, 2, 4], [1]]],
    ['one of some', ({ either }) => either([[[0]], [[2]], none]), [[0], [2]]],
    [
      'all of some',
      ({ together }) =>
        together([
          [[0], [2]],
          [[2], [4]],
        ]),
      [[2], [0, 4]],
    ],
    ['all of some, of which one cannot be', ({ together }) => together([[[0]], none]), none],
    [
      'two of three',
      ({ someOf }) => someOf(2, [[[0]], [[2]], [[4]]]),
      [
        [0, 2],
        [0, 4],
        [2, 4],
      ],
    ],
    ['two of three, of which one is there', ({ someOf }) => someOf(2, [nothing, [[2]], [[4]]]), [[2], [4]]],
    ['two of one', ({ someOf }) => someOf(2, [[[0]]]), none],
  ];
  test.for(table)('%s', ([, made, expected]) => {
    expect(made(joining(odd, 9))).toEqual(expected);
  });

  test('a way of forty changes is one, and of one more is left out', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => at * 2);
    const { smallest, wasCut } = joining(odd, 9);
    expect([smallest([many(40)]), wasCut()]).toEqual([[many(40)], false]);
    expect([smallest([many(41)]), wasCut()]).toEqual([[], true]);
  });

  test('what is within reach is never left out for what is not', () => {
    const { smallest, wasCut } = joining(odd, 1);
    expect(smallest([[1], [3], [0, 2, 4, 6]])).toEqual([[0, 2, 4, 6]]);
    expect(wasCut()).toBe(true);
  });
});

test('what comes about by waiting is so on the day that is named, if nothing new happens', () => {
  const rules = shippedRuleset('england/phase-1/1.0.0');
  let seen = 0;
  for (const family of families) {
    const stretch = { asOf: day('2014-04-01'), until: day('2015-04-01') };
    const { changes } = searchNeeded(rules, family, stretch);
    for (const { kind, from, forces, reason } of changes) {
      if (kind !== 'time' || from === undefined || reason.code === 'not-attached') continue;
      const { bytes } = evaluate(rules, goingOn(family, stretch), { asOf: from }).run;
      const eve = evaluate(rules, goingOn(family, stretch), { asOf: addDays(from, -1) }).run.bytes;
      expect([bytes[forces[0]?.at ?? -1], eve[forces[0]?.at ?? -1]]).toEqual([
        forces[0]?.bit,
        expect.anything(),
      ]);
      expect(eve[forces[0]?.at ?? -1]).not.toBe(forces[0]?.bit);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test.for([
  { why: 'to come', restated: '2014-12-01', expected: [['time', '2014-12-01', 'met']] },
  { why: 'none', restated: undefined, expected: [['progress', undefined, 'met']] },
])('a day of attachment that is $why', ({ restated, expected }) => {
  const [first] = families;
  if (first === undefined) throw new Error('no family was made');
  const asOf = day('2014-10-01');
  const stretch = {
    asOf,
    until: asOf,
    restateAttachment: restated === undefined ? undefined : day(restated),
  };
  const rules = shippedRuleset('england/phase-1/1.0.0');
  const { changes } = searchNeeded(rules, { ...first, attachedOn: null }, stretch);
  const found = changes.filter(({ reason }) => reason.code === 'not-attached');
  expect(found.map(({ kind, from, to }) => [kind, from && formatDay(from), to])).toEqual(expected);
});

test('a payment whose conditions are met needs nothing, and no other has a way of no changes', () => {
  const rules = shippedRuleset('england/phase-1/1.0.0');
  const { slots } = rules.compiler;
  let met = 0;
  for (const family of families) {
    const asOf = day('2014-10-01');
    const { run } = evaluate(rules, family, { asOf });
    for (const { payment, verdict, ways } of stillNeeded(rules, family, { asOf, until: asOf })) {
      const isMet = slots.read(run, payment, FAMILY) === MET;
      expect([verdict === 'met', ways.some(isEmpty)]).toEqual([isMet, isMet]);
      met += isMet ? 1 : 0;
    }
  }
  expect(met).toBeGreaterThan(0);
});

function isEmpty({
  evidence,
  progress,
  time,
  impossible,
}: ReturnType<typeof stillNeeded>[number]['ways'][number]) {
  return [evidence, progress, time, impossible].every((changes) => changes.length === 0);
}
