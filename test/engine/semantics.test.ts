import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compactReader } from '../../engine/decide/compact.ts';
import { semantics } from '../../engine/decide/decision.ts';
import { answerText, traceDigestOf } from '../../server/decisions/keepable.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

const golden = new URL('../golden/', import.meta.url);
const now = new URL(`semantics-${String(semantics)}/`, golden);

interface Asked {
  readonly asOf: string;
  readonly family: unknown;
}
const asked = JSON.parse(readFileSync(new URL('families.json', now), 'utf8')) as Asked[];

const nameOf = (path: string) => `${path.split('/').slice(1).join('-')}.json`;

/** What this engine says of the golden families under a version, a line a family. */
function decidedUnder(path: string): string {
  const read = compactReader(shippedRuleset(path));
  const lines = asked.map(({ family, asOf }) => {
    const { answer, trace } = read(readFamily(family), { asOf: day(asOf) });
    return `{"trace":"${traceDigestOf(trace)}","answer":${answerText(answer)}}`;
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

test.for(shippedRulesets)('under %s every golden family is decided as when it was kept', async (path) => {
  await expect(decidedUnder(path)).toMatchFileSnapshot(
    `../golden/semantics-${String(semantics)}/${nameOf(path)}`,
  );
});

describe('the golden files', () => {
  test('are there for every semantics, from 1 to that of now', () => {
    const numbers = Array.from({ length: semantics }, (_, at) => `semantics-${String(at + 1)}`);
    expect(readdirSync(golden).filter((name) => name.startsWith('semantics-'))).toEqual(numbers);
  });

  test('are those of every version that ships', () => {
    expect(readdirSync(now).sort()).toEqual(['families.json', ...shippedRulesets.map(nameOf)].sort());
  });
});
