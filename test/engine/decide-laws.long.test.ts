import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgement } from '../../engine/decide/decision.ts';
import type { Ruleset, Verdict } from '../../engine/index.ts';
import { choices, completed } from '../arbitraries/completions.ts';
import { family } from '../arbitraries/family.ts';
import { lookDay } from '../arbitraries/days.ts';
import { questions } from '../arbitraries/question.ts';
import { ruleset } from '../arbitraries/ruleset.ts';
import { compiled, decided, verdictsOf, type Asked } from '../builders/decided.ts';
import { frozen } from '../builders/frozen.ts';
import { fallbackCalendar, localCalendar } from '../builders/reference-calendars.ts';

const few = { seed: 20_120_401, numRuns: 120 };
const calendars = [fallbackCalendar, localCalendar([])];

/** What never applied to anyone may come to be refused, which pays nothing either; it is never met. */
function changes(before: Verdict, after: Verdict): boolean {
  if (before === 'not-applicable') return after === 'met';
  return before !== 'unknown' && after !== before;
}

const criteriaOf = ({ criteria }: ReturnType<typeof decided>) =>
  Object.fromEntries(criteria.map(({ id, verdict }) => [id, verdict]));

describe('for every ruleset, family and day', () => {
  test('there is an answer, of the form that is promised', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const engine = compiled(given.ruleset, given.calendars);
        for (const asked of given.asked) {
          const answer = decided(engine, asked, 'full');
          expect(judgement.parse(answer)).toEqual(answer);
        }
      }),
      { ...few, numRuns: 60 },
    );
  });

  test('the same question has the same answer, and nothing that was asked is written to', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const document = frozen(given.ruleset);
        const first = compiled(document, given.calendars);
        const second = compiled(document, given.calendars);
        for (const asked of given.asked.map(frozen)) {
          const answer = decided(first, asked, 'full');
          expect(decided(first, asked, 'full')).toEqual(answer);
          expect(decided(second, asked, 'full')).toEqual(answer);
        }
      }),
      { ...few, numRuns: 40 },
    );
  });

  test('supplying what was missing never changes what was settled', () => {
    let settled = 0;
    let opened = 0;
    fc.assert(
      fc.property(fc.record({ ruleset, before: family, asOf: lookDay, dealt: choices }), (given) => {
        const { ruleset: document, before, asOf, dealt } = given;
        const engine = compiled(document, calendars);
        const first = verdictsOf(decided(engine, { family: before, asOf }));
        const then = verdictsOf(decided(engine, { family: completed(before, dealt), asOf }));
        const changed = Object.entries(first).filter(
          ([place, verdict]) => then[place] !== undefined && changes(verdict, then[place]),
        );
        const open = Object.keys(first).filter((place) => first[place] === 'unknown');
        settled += Object.keys(first).length - open.length;
        opened += open.filter((place) => then[place] !== 'unknown').length;
        expect(changed).toEqual([]);
      }),
      { ...few, numRuns: 400 },
    );
    // The law says something only where much is settled before, and much of the rest after.
    expect(settled).toBeGreaterThan(1_000);
    expect(opened).toBeGreaterThan(100);
  });

  test('a summary is the full trace without its detail, and says what the parts of the decision say', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const engine = compiled(given.ruleset, given.calendars);
        for (const asked of given.asked) {
          const full = decided(engine, asked, 'full');
          const { trace, ...rest } = decided(engine, asked, 'summary');
          expect(trace?.verdicts).toEqual(verdictsOf(full));
          expect({ ...rest, trace: full.trace }).toEqual(full);
          for (const { id, verdict } of [...full.criteria, ...full.outcomes, ...full.payments])
            expect([id, verdictsOf(full)[id]]).toEqual([id, verdict]);
        }
      }),
      { ...few, numRuns: 60 },
    );
  });

  test('what is due is never more than what is possible, nor a pot more than its cap', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const engine = compiled(given.ruleset, given.calendars);
        for (const asked of given.asked) {
          const { payments, totalDuePence, totalPossiblePence } = decided(engine, asked);
          expect(totalDuePence).toBeLessThanOrEqual(totalPossiblePence);
          for (const { verdict, duePence, ratePence } of payments) {
            if (verdict !== 'met') expect(duePence).toBe(0);
            expect(duePence).toBeLessThanOrEqual(ratePence ?? 0);
          }
        }
      }),
      few,
    );
  });
});

describe('a ruleset written otherwise', () => {
  const same = (first: Ruleset, second: unknown, asked: Asked) => [
    decided(compiled(first, calendars), asked),
    decided(compiled(second, calendars), asked),
  ];

  test('as text and back, it decides the same', () => {
    fc.assert(
      fc.property(ruleset, family, lookDay, (document, given, asOf) => {
        const [before, after] = same(document, JSON.parse(JSON.stringify(document)), { family: given, asOf });
        expect(after).toEqual(before);
      }),
      few,
    );
  });

  test('with its last criterion negated twice, that criterion is the same', () => {
    fc.assert(
      fc.property(ruleset, family, lookDay, (document, given, asOf) => {
        const last = document.criteria.length - 1;
        const twice = document.criteria.map((one, at) =>
          at === last ? { ...one, when: { not: { not: one.when } } } : one,
        );
        const [before, after] = same(document, { ...document, criteria: twice }, { family: given, asOf });
        const id = document.criteria[last]?.id ?? '';
        expect(after && criteriaOf(after)[id]).toBe(before && criteriaOf(before)[id]);
      }),
      few,
    );
  });

  test('with its criteria and outcomes in another order, every verdict and penny is the same', () => {
    const turned = <T>(items: readonly T[], by: number) =>
      items.map((_, at) => items[(at + by) % items.length]);
    fc.assert(
      fc.property(fc.record({ ruleset, family, asOf: lookDay }), fc.nat({ max: 2 }), (asked, by) => {
        const { ruleset: document, family: given, asOf } = asked;
        const { criteria, outcomes } = document;
        const shuffled = { ...document, criteria: turned(criteria, by), outcomes: turned(outcomes, by) };
        const [before, after] = same(document, shuffled, { family: given, asOf });
        expect(after && verdictsOf(after)).toEqual(before && verdictsOf(before));
        expect(after?.payments).toEqual(before?.payments);
        expect(after?.eligibility).toEqual(before?.eligibility);
      }),
      few,
    );
  });
});

describe('a parameter with values by day', () => {
  const source = { ref: 'test', standing: 'sourced' } as const;
  const days = ['2012-02-29', '2012-10-01', '2013-03-31', '2013-08-31', '2013-12-20'];
  /** Each value is its place in the list, so that the rate of the fee says which entry was read. */
  const priced = (entries: readonly string[]) => ({
    id: 'priced',
    version: '1.0.0',
    title: 'Priced by day',
    programme: 'generated',
    phase: 1,
    jurisdiction: 'Nowhere',
    vocabulary: 'reference@1',
    calendar: { fallback: 'fallback' },
    monthEnd: 'clamp',
    sources: { test: { title: 'Made for tests' } },
    parameters: {
      fee: {
        label: 'Fee',
        unit: 'pence',
        by: 'asOf',
        values: entries.map((from, value) => ({ from, value })),
        source,
      },
    },
    facts: { joined: { dated: 'attachedOn', label: 'joined' } },
    criteria: [
      {
        id: 'in',
        group: 'national',
        label: 'In',
        when: { fact: 'joined', operator: 'equal', value: true },
        source,
      },
    ],
    eligibility: { routes: [{ id: 'only', label: 'Only', when: { condition: 'in' }, source }] },
    outcomes: [],
    payments: [{ id: 'fee', label: 'Fee', kind: 'attachment', amount: { parameter: 'fee' }, source }],
  });
  const given = {
    id: 'F-1',
    localAuthority: 'Nowhere',
    attachedOn: '2011-01-01',
    members: [{ id: 'm1', role: 'parent' }],
    records: {},
  };

  test('never goes back to an earlier one on a later day, and has none before the first', () => {
    fc.assert(
      fc.property(fc.subarray(days, { minLength: 1 }), lookDay, lookDay, (entries, one, other) => {
        const engine = compiled(priced(entries), calendars);
        const [sooner, later] = [one, other].toSorted().map((asOf) => {
          const rate = decided(engine, { family: given, asOf }).payments[0]?.ratePence;
          const upTo = entries.filter((from) => from <= asOf);
          expect(rate).toBe(upTo.length === 0 ? null : upTo.length - 1);
          return rate ?? -1;
        });
        expect(later).toBeGreaterThanOrEqual(sooner ?? 0);
      }),
      few,
    );
  });
});
