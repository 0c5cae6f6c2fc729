import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decide } from '../../engine/decide/decide.ts';
import { judgement } from '../../engine/decide/decision.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { givenFamily } from '../../engine/review/given.ts';
import { parseDay, type Day } from '../../engine/time/civil-date.ts';
import { readFamily, shippedCases, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is not a day`);
  return found;
}

const example: unknown = JSON.parse(
  readFileSync(new URL('../../server/examples/family.json', import.meta.url), 'utf8'),
);

describe('the example family, decided whole', () => {
  test.for([
    {
      golden: 'f-001-phase-1-2012-12-01',
      path: 'england/phase-1/1.0.0',
      asOf: '2012-12-01',
      restate: undefined,
    },
    {
      golden: 'f-001-phase-1-2013-10-01',
      path: 'england/phase-1/1.0.0',
      asOf: '2013-10-01',
      restate: undefined,
    },
    {
      golden: 'f-001-phase-2-2016-03-01',
      path: 'england/phase-2/1.0.0',
      asOf: '2016-03-01',
      restate: '2015-06-01',
    },
  ])('is the golden $golden', async ({ golden, path, asOf, restate }) => {
    const decided = decide(shippedRuleset(path), readFamily(example), {
      asOf: day(asOf),
      ...(restate === undefined ? {} : { restateAttachment: day(restate) }),
      trace: 'full',
    });
    expect(judgement.parse(decided)).toEqual(decided);
    await expect(`${JSON.stringify(decided, null, 2)}\n`).toMatchFileSnapshot(`../golden/${golden}.json`);
  });
});

describe.for(shippedRulesets)('every case of %s', (path) => {
  const compiled = shippedRuleset(path);
  const file = shippedCases(path);
  const families = file.cases.map((one) => {
    const given = givenFamily(file, one.given);
    if (!given.ok) throw new Error(`${one.id}: ${JSON.stringify(given.error)}`);
    return { id: one.id, family: readFamily(given.value), asOf: day(one.asOf) };
  });

  test('has the same compact trace with the recorder on', () => {
    for (const { id, family, asOf } of families) {
      const plain = evaluate(compiled, family, { asOf });
      const recorded = evaluate(compiled, family, { asOf, record: true });
      expect([id, recorded.run.bytes, recorded.dues]).toEqual([id, plain.run.bytes, plain.dues]);
    }
  });

  test('has the verdicts of its summary in its full trace, and its own where it judges', () => {
    const differing = families.flatMap(({ id, family, asOf }) => {
      const { trace, criteria, outcomes, payments } = decide(compiled, family, { asOf, trace: 'full' });
      const traced = (trace?.nodes ?? []).map(({ node, member, verdict }) => ({
        key: member === undefined ? node : `${node}@${member}`,
        verdict,
      }));
      const judged = [...criteria, ...outcomes, ...payments].map((one) => ({
        key: one.id,
        verdict: one.verdict,
      }));
      return [...traced, ...judged]
        .filter(({ key, verdict }) => trace?.verdicts[key] !== verdict)
        .map(({ key }) => `${id}: ${key}`);
    });
    expect(differing).toEqual([]);
  });

  test('has a reason for every criterion, outcome and payment, and a datum for every unknown criterion', () => {
    const unexplained = families.flatMap(({ id, family, asOf }) => {
      const { criteria, outcomes, payments, missing } = decide(compiled, family, { asOf, trace: 'none' });
      const waiting = new Set(missing.flatMap(({ neededFor }) => neededFor));
      return [
        ...[...criteria, ...outcomes, ...payments].filter(({ reasons }) => reasons.length === 0),
        ...criteria.filter((one) => one.verdict === 'unknown' && !waiting.has(one.id)),
      ].map((one) => `${id}: ${one.id}`);
    });
    expect(unexplained).toEqual([]);
  });
});
