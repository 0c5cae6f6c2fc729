import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkRuleset } from '../../engine/index.ts';
import { matrixOf } from '../../studio/compare/cohort/transitions.ts';
import { impactCsv } from '../../studio/impact/impact-csv.ts';
import { isDay } from '../../studio/impact/is-day.ts';
import { type Impact, Weigher } from '../../studio/impact/weighing.ts';
import { phase2, syntheticLines, workingApp } from '../builders/jobs.ts';
import { shippedLibrary } from '../builders/shipped.ts';

const asOf = '2016-03-01';

function rulesOf(version: string) {
  const file = new URL(`../../rulesets/england/phase-2/${version}.json`, import.meta.url);
  const checked = checkRuleset(JSON.parse(readFileSync(file, 'utf8')), shippedLibrary);
  if (!checked.ok) throw new Error('phase-2 checks');
  // because what crosses to a worker is a copy
  return structuredClone({ key: version, checked: checked.value });
}

/** All turns of a weighing; how many there were, and what came of it. */
function weighed(
  weigher: Weigher,
  day = asOf,
): { readonly turns: number; readonly impact: Impact | undefined } {
  const going = weigher.weigh(day);
  for (let turns = 1; ; turns += 1) {
    const next = going.next();
    if (next.done === true) return { turns, impact: next.value };
  }
}

function weigherOf(lines: readonly string[]): Weigher {
  const weigher = new Weigher();
  weigher.begin();
  weigher.add(lines);
  weigher.learn('before', rulesOf('1.0.0'));
  weigher.learn('after', rulesOf('1.1.0'));
  return weigher;
}

const moves = ({ verdicts }: Pick<Impact, 'verdicts'>) =>
  verdicts.map(matrixOf).map(({ path, before, after, count, moved }) => ({
    ...{ path, moved },
    cells: before.flatMap((from) => after.map((to) => [from, to, count(from, to)])),
  }));

describe('what a draft comes to, weighed in the page', () => {
  test('is what the server says of the same families under the same versions', async () => {
    const { done, results } = await workingApp(420);
    const { id } = await done({ versions: [phase2('1.0.0'), phase2('1.1.0')], asOf });
    const [pair] = (await results(id)).pairs;
    const { impact } = weighed(weigherOf(syntheticLines(420)));
    if (pair === undefined || impact === undefined) throw new Error('both were weighed');
    const { areas, moved, wrong, verdicts, payments, ...sums } = impact;
    expect(sums.changed).toBeGreaterThan(0);
    expect(pair).toMatchObject(sums);
    expect(moves({ verdicts })).toEqual(moves(pair));
    expect(payments).toEqual(pair.payments);
    expect([moved.length, wrong]).toEqual([pair.changed, 0]);
    const sum = (key: 'families' | 'changed' | 'becameEligible' | 'rightDuePence') =>
      areas.reduce((all, one) => all + one[key], 0);
    for (const key of ['families', 'changed', 'becameEligible', 'rightDuePence'] as const)
      expect(sum(key)).toBe(sums[key]);
  });

  test('goes on in turns, and follows the rules and the day', () => {
    const weigher = weigherOf(syntheticLines(420));
    expect(weighed(weigher).turns).toBe(2);
    weigher.learn('after', rulesOf('1.0.0'));
    expect(weighed(weigher).impact).toMatchObject({ families: 420, changed: 0, moved: [] });
    weigher.learn('after', rulesOf('1.1.0'));
    const later = weighed(weigher, '2018-12-01').impact;
    expect(later?.leftDuePence).not.toBe(weighed(weigher).impact?.leftDuePence);
  });

  test('counts a family that cannot be read nowhere else', () => {
    const [line = ''] = syntheticLines(1);
    const { impact } = weighed(weigherOf([line, '{"id":"F-1","localAuthority":"Nowhere"}']));
    expect(impact).toMatchObject({ families: 1, wrong: 1 });
  });

  test('gives a family of the cohort by its id as it was sent, and nothing where there is none', () => {
    const lines = syntheticLines(3);
    const weigher = weigherOf(['[]', ...lines]);
    const [, second] = lines.map((line) => JSON.parse(line) as { readonly id: string });
    expect(weigher.given(second?.id ?? '')).toEqual(second);
    expect(weigher.given('nobody')).toBeUndefined();
    weigher.begin();
    expect(weigher.given(second?.id ?? '')).toBeUndefined();
  });

  test('says nothing before both rules are there', () => {
    const weigher = new Weigher();
    weigher.learn('before', rulesOf('1.0.0'));
    expect(weighed(weigher)).toEqual({ turns: 1, impact: undefined });
  });
});

test('no cell of the CSV is a formula, and quotes hold what needs them', () => {
  const [line = ''] = syntheticLines(1);
  const { impact } = weighed(weigherOf([line]));
  if (impact === undefined) throw new Error('it was weighed');
  const [area] = impact.areas;
  if (area === undefined) throw new Error('every family has an area');
  const text = impactCsv({ ...impact, areas: [{ ...area, area: '=A1, "B"' }] }, []);
  expect(text).toContain(`area,"'=A1, ""B""",`);
  expect(text.startsWith('\ufeffabout,')).toBe(true);
});

test.for([
  ['2016-02-29', true],
  ['2015-02-29', false],
  ['0016-2-1', false],
  ['', false],
] as const)('%s is a day: %s', ([text, is]) => {
  expect(isDay(text)).toBe(is);
});
