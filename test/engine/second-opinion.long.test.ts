import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleset } from '../../engine/index.ts';
import type { ComputedFacts, RangeAnswer } from '../../engine/second-opinion/computed.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { placesOf } from '../../engine/document/places.ts';
import { computedOf } from '../../engine/explain/computed-facts.ts';
import { judge, secondOpinion, translate, type PlainRules } from '../../engine/second-opinion.ts';
import { verdicts, type Verdict } from '../../engine/verdict.ts';
import { questions } from '../arbitraries/question.ts';
import { day } from '../builders/decided.ts';
import { evaluatedCases, evaluatedQuestions, type Evaluated } from '../builders/second-opinion.ts';
import { readFamily, shippedCases, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { tinyRuleset } from '../builders/tiny-ruleset.ts';

/** Every run judges the same questions; a longer run takes another seed. */
const seed = 20_130_401;
const rulesets = 480;

async function disagreement({ name, ruleset, computed }: Evaluated): Promise<string> {
  const { agree, differences, taken } = await secondOpinion(ruleset, computed);
  return agree && taken.length === 0 ? '' : JSON.stringify({ name, differences, taken });
}

test('the public engine agrees on every node of generated rulesets', { timeout: 300_000 }, async () => {
  let judged = 0;
  const property = fc.asyncProperty(questions, async (given) => {
    for (const evaluated of evaluatedQuestions(given)) {
      judged += 1;
      expect(await disagreement(evaluated)).toBe('');
    }
  });
  await fc.assert(property, { seed, numRuns: rulesets });
  expect(judged).toBeGreaterThanOrEqual(2_000);
});

test.for(shippedRulesets)('the public engine agrees on every node of every case of %s', async (path) => {
  for (const evaluated of evaluatedCases(path)) expect(await disagreement(evaluated)).toBe('');
});

const phase1 = 'england/phase-1/1.0.0';
const phase2 = 'england/phase-2/1.0.0';

function other(verdict: Verdict): Verdict {
  return verdict === 'met' ? 'not-met' : 'met';
}

/** The case of a ruleset with the most verdicts, so that there is one of each kind of node. */
function fullest(path: string): Evaluated {
  const [first] = evaluatedCases(path).toSorted(
    (a, b) => Object.keys(b.computed.verdicts).length - Object.keys(a.computed.verdicts).length,
  );
  if (first === undefined) throw new Error(`${path} has cases`);
  return first;
}

/** One node of each layer that the case has, by what it is. */
function layersOf({ ruleset, computed }: Evaluated): Map<string, string> {
  const layers = new Map<string, string>();
  const ids = new Map(placesOf(ruleset).map(({ id, condition }) => [id, condition]));
  const keys = ['all', 'any', 'not', 'some', 'every', 'condition', 'fact', 'parameter'] as const;
  for (const node of Object.keys(computed.verdicts)) {
    const condition = ids.get(node.split('@')[0] ?? node);
    if (condition === undefined) continue;
    const capped = 'atLeast' in condition && condition.cap !== undefined ? 'a capped atLeast' : 'atLeast';
    const kind = 'atLeast' in condition ? capped : (keys.find((key) => key in condition) ?? '');
    layers.set(node.includes('@') ? `${kind} of one member` : kind, node);
  }
  const [outcome] = ruleset.outcomes.filter(({ parts }) => parts !== undefined);
  const named = {
    'a criterion': ruleset.criteria[0]?.id,
    'a route': ruleset.eligibility.routes[0]?.id,
    eligibility: 'eligibility',
    'an outcome': ruleset.outcomes[0]?.id,
    'a part': outcome && `${outcome.id}.${outcome.parts?.[0]?.id ?? ''}`,
    'a payment': ruleset.payments[0]?.id,
  };
  for (const [layer, id] of Object.entries(named)) if (id !== undefined) layers.set(layer, id);
  return layers;
}

describe('a disagreement that is planted in the engine is caught and named', () => {
  const planted = [phase1, phase2].flatMap((path) => {
    const evaluated = fullest(path);
    return [...layersOf(evaluated)].map(([layer, node]) => ({ path, layer, node, evaluated }));
  });

  test.for(planted)('$path: $layer', async ({ node, evaluated: { ruleset, computed } }) => {
    const right = computed.verdicts[node] ?? 'unknown';
    const wrong = { ...computed, verdicts: { ...computed.verdicts, [node]: other(right) } };
    const opinion = await secondOpinion(ruleset, wrong);
    expect(opinion.differences).toEqual([{ node, engine: other(right), secondOpinion: right }]);
    expect(opinion.agree).toBe(false);
  });

  test('every layer of the language is among them', () => {
    expect([...new Set(planted.map(({ layer }) => layer))].sort()).toMatchInlineSnapshot(`
      [
        "a capped atLeast",
        "a criterion",
        "a part",
        "a payment",
        "a route",
        "all",
        "all of one member",
        "an outcome",
        "any",
        "any of one member",
        "atLeast",
        "condition",
        "eligibility",
        "every",
        "fact",
        "fact of one member",
        "parameter",
        "parameter of one member",
        "some",
      ]
    `);
  });

  test('in the bytes of an evaluation, at every node at once', async () => {
    const compiled = shippedRuleset(phase1);
    const [family] = Object.values(shippedCases(phase1).families);
    const evaluation = evaluate(compiled, readFamily(family), { asOf: day('2013-10-01'), record: true });
    const honest = computedOf(compiled, evaluation);
    const { bytes: all, family: read } = evaluation.run;
    // because whom a range holds, kept after the verdicts, is a fact that both engines fold
    const verdictsEnd = compiled.compiler.slots.ifMet(0, read.members.length);
    all.subarray(0, verdictsEnd).forEach((byte, at, bytes) => {
      bytes[at] = byte === 0 ? 0 : byte === 1 ? 2 : 1;
    });
    const { differences } = await secondOpinion(compiled.ruleset, computedOf(compiled, evaluation));
    expect(differences.map(({ node }) => node).sort()).toEqual(Object.keys(honest.verdicts).sort());
  });

  test('a member whom the engine judged though the quantifier does not range over them', async () => {
    const { ruleset, computed } = fullest(phase1);
    const node = 'education.some.any@nobody';
    const verdicts = { ...computed.verdicts, [node]: 'met' as const };
    const { differences } = await secondOpinion(ruleset, { ...computed, verdicts });
    expect(differences).toEqual([{ node, engine: 'met', secondOpinion: 'not-judged' }]);
  });
});

/** Rewrites every rule. */
function rewritten(plain: PlainRules, rewrite: (rule: PlainRules['rules'][number]) => unknown): PlainRules {
  return JSON.parse(JSON.stringify({ ...plain, rules: plain.rules.map(rewrite) })) as PlainRules;
}

test('a negation is caught too, in a generated ruleset', async () => {
  let planted = 0;
  for (const given of fc.sample(questions, { seed, numRuns: 40 })) {
    const [evaluated] = evaluatedQuestions(given);
    const node = evaluated && layersOf(evaluated).get('not');
    if (node === undefined || evaluated === undefined) continue;
    const { computed } = evaluated;
    const right = computed.verdicts[node] ?? 'unknown';
    const verdicts = { ...computed.verdicts, [node]: other(right) };
    const { differences } = await secondOpinion(evaluated.ruleset, { ...computed, verdicts });
    expect(differences).toEqual([{ node, engine: other(right), secondOpinion: right }]);
    planted += 1;
  }
  expect(planted).toBeGreaterThan(0);
});

const many = Array.from({ length: 60 }, (_, at) => `m${String(at)}`);

/** Three calls on the police, each by any one child: no child counts twice. */
const named = (conditions: number) => Array.from({ length: conditions }, (_, at) => `one-of-${String(at)}`);

const crowded = (conditions: number) =>
  ruleset.parse({
    ...tinyRuleset,
    criteria: tinyRuleset.criteria.map((criterion) => ({
      ...criterion,
      when: {
        id: 'many',
        atLeast: 3,
        of: named(conditions).map((id) => ({
          id,
          some: { role: 'child' },
          satisfies: { id: `${id}.one`, fact: 'offences', operator: 'greaterThanInclusive', value: 1 },
        })),
        cap: { members: { role: 'child' }, atMost: 1 },
      },
    })),
  });

const nothing: ComputedFacts = {
  members: [],
  comparisons: {},
  settings: {},
  needed: {},
  atMost: {},
  ranges: {},
  caps: {},
  overrides: {},
  attached: true,
  payments: { 'attachment-fee': { priced: true, closed: false, claimedElsewhere: false } },
};

/** Each of these children has offended, and can meet any of the three. */
function offending(members: readonly string[], capped: RangeAnswer): ComputedFacts {
  const one = { part: 1, of: 1 };
  const offended = { settled: [], range: { least: one, most: one }, threshold: 1 };
  const each = <T>(suffix: string, value: T) =>
    Object.fromEntries(
      named(3).flatMap((id) => members.map((member) => [`${id}${suffix}@${member}`, value])),
    );
  return {
    ...nothing,
    members,
    comparisons: each('.one', offended),
    needed: { many: 3 },
    atMost: { many: 1 },
    ranges: each('', 'met' as const),
    caps: Object.fromEntries(members.map((member) => [`many@${member}`, capped])),
  };
}

test.for([
  { count: 2, capped: 'met', verdict: 'not-met', why: 'two children cannot meet three conditions' },
  { count: 2, capped: 'unknown', verdict: 'unknown', why: 'unless the cap is not for them' },
  { count: 2, capped: 'not-met', verdict: 'met', why: 'and it is not' },
  { count: 3, capped: 'met', verdict: 'met', why: 'three can' },
  { count: 60, capped: 'met', verdict: 'met', why: 'so can sixty, as fast as the rest' },
] as const)('a cap that is $capped over $count members ($why)', async ({ count, capped, verdict }) => {
  const facts = offending(many.slice(0, count), capped);
  const verdicts = { many: 'not-applicable' as const };
  const { differences, taken } = await secondOpinion(crowded(3), { facts, verdicts });
  expect(differences.find(({ node }) => node === 'many')?.secondOpinion).toBe(verdict);
  expect(taken).toEqual([]);
});

test('a cap over more sets than are written out is taken as given, and it is said so', async () => {
  const facts = offending(['m0', 'm1', 'm2'], 'met');
  const { differences, taken } = await secondOpinion(crowded(45), { facts, verdicts: { many: 'unknown' } });
  expect(differences.map(({ node }) => node)).not.toContain('many');
  expect(taken).toEqual(['many']);
});

const wide = Number.MAX_SAFE_INTEGER;

test.for([
  { least: wide, most: wide, of: wide - 1, verdict: 'met', why: 'above 1 by one in 2^53' },
  { least: wide - 1, most: wide, of: wide, verdict: 'unknown', why: 'from one below it to 1 itself' },
  { least: wide - 2, most: wide - 1, of: wide, verdict: 'not-met', why: 'below 1 by one in 2^53' },
] as const)('bounds beyond 2^53 keep their order ($why)', async ({ least, most, of, verdict }) => {
  const attendance = { label: 'absence', ratio: { of: 'term', sum: 'absent', over: 'possible' } };
  const facts = { ...tinyRuleset.facts, 'call-outs': { ...attendance, window: { lastTerms: 3 } } };
  const range = { least: { part: least, of }, most: { part: most, of } };
  const { differences } = await secondOpinion(ruleset.parse({ ...tinyRuleset, facts }), {
    facts: { ...nothing, comparisons: { 'crime.when': { settled: [], range, threshold: 100 } } },
    verdicts: { crime: 'not-applicable' },
  });
  expect(differences.find(({ node }) => node === 'crime')?.secondOpinion).toBe(verdict);
});

describe('a disagreement that is planted in the translator is caught', () => {
  test('a rule that says another verdict than it should', async () => {
    const { ruleset, computed } = fullest(phase1);
    const plain = translate(ruleset, computed);
    const decisive = plain.rules.filter(
      ({ event: { params } }) => !params.fact.startsWith('#') && plain.expected[params.fact] === params.value,
    );
    expect(decisive.length).toBeGreaterThan(50);
    for (const wrong of decisive) {
      const value = verdicts.find((verdict) => verdict !== wrong.event.params.value);
      const opinion = await judge(
        rewritten(plain, (rule) =>
          rule === wrong
            ? { ...rule, event: { ...rule.event, params: { ...rule.event.params, value } } }
            : rule,
        ),
      );
      expect(opinion.differences.map(({ node }) => node)).toContain(wrong.event.params.fact);
    }
  });

  test('two rules that both say what a node is', async () => {
    const { ruleset, computed } = fullest(phase1);
    const plain = translate(ruleset, computed);
    const always = (rule: PlainRules['rules'][number]) =>
      rule.event.params.fact === 'eligibility'
        ? { ...rule, conditions: { all: [{ fact: '#always', operator: 'equal', value: true }] } }
        : rule;
    const { differences } = await judge(rewritten(plain, always));
    expect(differences).toContainEqual({
      node: 'eligibility',
      engine: computed.verdicts.eligibility,
      secondOpinion: 'several',
    });
  });

  test.for([
    ['what does not apply read as met', '"not-applicable"', '"met"'],
    ['what is not known read as not met', '["met","unknown"]', '["met"]'],
    ['any read as all', '"any":', '"all":'],
    ['all read as any', '"all":', '"any":'],
    ['at least read as more than', '"greaterThanInclusive"', '"greaterThan"'],
    ['below read as at most', '"lessThan"', '"lessThanInclusive"'],
  ] as const)('%s', async ([, right, wrong]) => {
    for (const { ruleset, computed } of [...evaluatedCases(phase1), ...evaluatedCases(phase2)]) {
      const swapped = rewritten(translate(ruleset, computed), (rule) => {
        const conditions: unknown = JSON.parse(JSON.stringify(rule.conditions).replaceAll(right, wrong));
        return { ...rule, conditions };
      });
      const { agree } = await judge(swapped);
      if (!agree) return;
    }
    expect.unreachable('no case shows it');
  });
});
