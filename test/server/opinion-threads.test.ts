import { afterAll, beforeAll, expect, test } from 'vitest';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { evaluateWhole } from '../../server/library/evaluate.ts';
import { createOpinions, type Opinions } from '../../server/opinion/threads.ts';
import type { Version } from '../../server/library/library.ts';
import { exampleFamily, shippedLibrary } from '../builders/http.ts';

function computedUnder(version: Version | undefined) {
  if (version === undefined) throw new Error('it ships');
  const evaluated = evaluateWhole(version, exampleFamily(), { asOf: '2012-12-01', trace: 'none' });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.error));
  return { ruleset: version.ruleset, computed: evaluated.value.computed() };
}

const phase1 = () => computedUnder(shippedLibrary().rulesets.get('phase-1')?.[0]);

let opinions: Opinions;
beforeAll(() => {
  opinions = createOpinions(2);
});
afterAll(() => opinions.close());

test.for([...shippedLibrary().rulesets.values()].flat().map((version) => ({ version })))(
  'a thread says of $version.ruleset.id $version.ruleset.version what would be said without it',
  async ({ version }) => {
    const { ruleset, computed } = computedUnder(version);
    const asked = await opinions.secondOpinion(ruleset, computed);
    expect(asked).toEqual(await secondOpinion(ruleset, computed));
    expect(asked.agree).toBe(true);
  },
);

test('a thread finds where this engine is wrong', async () => {
  const { ruleset, computed } = phase1();
  const wrong = { ...computed, verdicts: { ...computed.verdicts, crime: 'not-applicable' as const } };
  const { agree, differences } = await opinions.secondOpinion(ruleset, wrong);
  expect(agree).toBe(false);
  expect(differences).toMatchObject([{ node: 'crime', engine: 'not-applicable' }]);
});

test('what cannot be judged fails, and the next is judged', async () => {
  const { ruleset, computed } = phase1();
  const { verdicts, facts } = computed;
  const broken = { verdicts, facts: { ...facts, payments: {} } };
  await expect(opinions.secondOpinion(ruleset, broken)).rejects.toThrow('invariant');
  expect((await opinions.secondOpinion(ruleset, { verdicts, facts })).agree).toBe(true);
});
