import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type Evaluation } from '../../engine/decide/evaluate.ts';
import { judgedDays } from '../../engine/earliest/claimable.ts';
import { goingOn } from '../../engine/earliest/going-on.ts';
import type { Stretch } from '../../engine/earliest/turning-days.ts';
import { givenFamily } from '../../engine/review/given.ts';
import { addDays, formatDay } from '../../engine/time/civil-date.ts';
import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import type { Family } from '../../engine/family/family.ts';
import { questions } from '../arbitraries/question.ts';
import { compiled, day, parsedFamily } from '../builders/decided.ts';
import { readFamily, shippedCases, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

/** Every verdict on every day of a stretch, by asking about each and as it is found; the two have to be the same. */
function everyDay(rules: CompiledRuleset, family: Family, stretch: Stretch) {
  const later = goingOn(family, stretch);
  const { asOf, until, restateAttachment } = stretch;
  const days = Array.from({ length: until - asOf + 1 }, (_, at) => addDays(asOf, at));
  const one = days.map((on) => evaluate(rules, later, { asOf: on, restateAttachment }));
  const found = [...judgedDays(rules, family, stretch)];
  const other = days.map((on) => found.findLast(({ from }) => from <= on));
  const said = (it: Evaluation | undefined) =>
    it && { verdicts: [...it.run.bytes].join(''), dues: it.dues.map(({ due, possible }) => [due, possible]) };
  const wrong = days.flatMap((on, at) =>
    JSON.stringify(said(one[at])) === JSON.stringify(said(other[at])) ? [] : [formatDay(on)],
  );
  const changes = one.filter((it, at) => at > 0 && said(it)?.verdicts !== said(one[at - 1])?.verdicts).length;
  return { wrong, changes, asked: found.length };
}

/** A family of every so many of the cases that ship with a ruleset, from a while before its day on. */
function casesOf(path: string) {
  const file = shippedCases(path);
  const { cases } = file;
  const every = Math.ceil(cases.length / 8);
  return cases
    .filter((_, at) => at % every === 0)
    .map((one) => {
      const given = givenFamily(file, one.given);
      if (!given.ok) throw new Error(`no family of ${one.id}`);
      const asOf = addDays(day(one.asOf), -200);
      const restateAttachment = one.restateAttachment === undefined ? undefined : day(one.restateAttachment);
      return {
        id: one.id,
        family: readFamily(given.value),
        stretch: { asOf, until: addDays(asOf, 500), restateAttachment },
      };
    });
}

describe('the days found are those that asking about every day finds', () => {
  test.for(shippedRulesets)('under %s', (path) => {
    const rules = shippedRuleset(path);
    let all = 0;
    for (const { id, family, stretch } of casesOf(path)) {
      const { wrong, changes } = everyDay(rules, family, stretch);
      expect([id, wrong]).toEqual([id, []]);
      all += changes;
    }
    expect(all).toBeGreaterThan(10);
  });

  test('under any ruleset, for any family', () => {
    let all = 0;
    fc.assert(
      fc.property(questions, (given) => {
        const rules = compiled(given.ruleset, given.calendars);
        for (const asked of given.asked.slice(0, 2)) {
          const asOf = day(asked.asOf);
          const restated = 'restateAttachment' in asked ? day(asked.restateAttachment) : undefined;
          const stretch = { asOf, until: addDays(asOf, 500), restateAttachment: restated };
          const { wrong, changes } = everyDay(rules, parsedFamily(asked.family), stretch);
          expect(wrong).toEqual([]);
          all += changes;
        }
      }),
      { seed: 20_130_701, numRuns: 60 },
    );
    expect(all).toBeGreaterThan(100);
  });
});
