import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../server/setup/ensure.mjs';
import { refusal } from '../../server/command-line/evaluate.ts';
import { commandLine, output, problemOf } from '../builders/command-line.ts';
import { exampleFamily } from '../builders/http.ts';

const folder = path.join(root, 'rulesets');
const family = path.join(root, 'server/examples/family.json');

interface Exported {
  readonly decision: string;
  readonly rules: RuleProperties[];
  readonly facts: Record<string, unknown>;
  readonly expected: Record<string, string>;
  readonly taken: string[];
}

/** As the help says: the public engine alone, and one handler. */
async function run({ rules, facts, expected }: Exported): Promise<Record<string, unknown>> {
  const engine = new Engine(rules);
  engine.on<{ fact: string; value: unknown }>('settles', ({ fact, value }, almanac) => {
    almanac.addFact(fact, value);
  });
  const { almanac } = await engine.run(facts);
  const nodes = Object.keys(expected);
  return Object.fromEntries(
    await Promise.all(nodes.map(async (node) => [node, await almanac.factValue(node)] as const)),
  );
}

const asked = [
  ['phase-1@1.0.0', '2012-12-01'],
  ['phase-1@1.0.0', '2013-10-01'],
  ['phase-2@1.0.0', '2016-03-01'],
] as const;

describe('an exported file runs with json-rules-engine alone, to the verdicts of the decision', () => {
  test.for(asked)('%s as of %s', async ([ruleset, asOf]) => {
    const options = ['--ruleset', ruleset, '--as-of', asOf];
    const ended = await commandLine(['export', '--to', 'json-rules-engine', ...options, family], { folder });
    const exported = output(ended) as Exported;
    const decision = output(await commandLine(['evaluate', ...options, family], { folder })) as {
      id: string;
      trace: { verdicts: Record<string, string> };
    };
    const found = await run(exported);
    expect(found).toEqual(exported.expected);
    expect(found).toMatchObject(decision.trace.verdicts);
    expect({ decision: exported.decision, taken: exported.taken }).toEqual({
      decision: decision.id,
      taken: [],
    });
  });
});

test('another day is another decision, and the same rules say so', async () => {
  const of = async (asOf: string) => {
    const argv = ['export', '--to', 'json-rules-engine', '--ruleset', 'phase-1@1.0.0', '--as-of', asOf];
    return output(await commandLine([...argv, family], { folder })) as Exported;
  };
  const [before, after] = [await of('2012-12-01'), await of('2013-10-01')];
  expect(await run(before)).not.toEqual(await run(after));
});

describe('what cannot be exported', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'threshold-export-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });
  const wrong = path.join(scratch, 'family.json');
  writeFileSync(wrong, JSON.stringify({ ...exampleFamily(), memebers: [] }));
  const ruled = ['--ruleset', 'phase-1@1.0.0', '--as-of', '2012-12-01'];

  test.for([
    { argv: [...ruled, family], type: '/problems/usage', why: 'no engine is named' },
    { argv: ['--to', 'drools', ...ruled, family], type: '/problems/usage', why: 'another engine' },
    {
      argv: ['--to', 'json-rules-engine', ...ruled, wrong],
      type: '/problems/family-invalid',
      why: 'a family that cannot be read',
    },
  ])('$why', async ({ argv, type }) => {
    const ended = await commandLine(['export', ...argv], { folder });
    expect(ended.exit).toBe(2);
    expect(problemOf(ended)).toMatchObject({ type });
  });
});

test('where the engines do not agree, evaluate ends as a fault of ours and names the places', () => {
  expect(refusal('family.json', { code: 'engines-disagree', places: ['education'] })).toMatchObject({
    exit: 70,
    problem: { type: '/problems/engines-disagree', places: ['education'] },
  });
});
