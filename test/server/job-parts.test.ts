import { describe, expect, test } from 'vitest';
import { plainVersion } from '../../server/batch/setup.ts';
import { deflated } from '../../server/deflated.ts';
import { type JobSetup, partDecider } from '../../server/jobs/decide-part.ts';
import { pairAt, readPart, readTraces, withoutFamily } from '../../server/jobs/part.ts';
import { resolve } from '../../server/library/selector.ts';
import { shippedLibrary } from '../builders/http.ts';
import { phase2, syntheticLines } from '../builders/jobs.ts';

function setupOf(versions: readonly string[], changes: Partial<JobSetup> = {}): JobSetup {
  const sides = versions.map((version) => {
    const found = resolve(shippedLibrary(), phase2(version));
    if (!found.ok) throw new Error(found.error.message);
    return { version: plainVersion(found.value) };
  });
  return { asOf: '2016-03-01', sides, causes: true, opinionsPerThousand: 0, ...changes };
}

const part = async (lines: readonly string[]) => ({ number: 0, content: await deflated(lines.join('\n')) });
const idIn = (line: string) => (JSON.parse(line) as { id: string }).id;

test('every pair of versions has a place of its own', () => {
  for (const versions of [1, 2, 3, 8]) {
    const places: number[] = [];
    for (let left = 0; left < versions; left += 1)
      for (let right = left + 1; right < versions; right += 1) places.push(pairAt(left, right, versions));
    expect(places).toEqual(Array.from({ length: (versions * (versions - 1)) / 2 }, (_, at) => at));
  }
});

test('a part without a family is what would have been decided had it never been there', async () => {
  const decide = partDecider(setupOf(['1.0.0', '1.1.0', '1.2.0']));
  const lines = syntheticLines(40);
  const { packed } = await decide(await part(lines));
  for (const gone of [0, 17, 39]) {
    const left = lines.filter((_, at) => at !== gone);
    const without = await withoutFamily(packed, idIn(lines[gone] ?? '{}'));
    const never = (await decide(await part(left))).packed;
    if (without === undefined) throw new Error('the family was in it');
    expect(await readPart(without), String(gone)).toEqual(await readPart(never));
    expect(await readTraces(without), String(gone)).toEqual(await readTraces(never));
  }
  expect(await withoutFamily(packed, 'nobody')).toBeUndefined();
});

test('a trace is kept of every family under every version', async () => {
  const { packed } = await partDecider(setupOf(['1.0.0', '1.1.0']))(await part(syntheticLines(3)));
  const traces = await readTraces(packed);
  expect(traces.map((side) => side.map(([places]) => /^[0-9a-f]{20,}$/.test(places)))).toEqual([
    [true, true, true],
    [true, true, true],
  ]);
});

describe('a family that cannot be decided counts nowhere, and is named', () => {
  const [first = '', second = ''] = syntheticLines(2);

  test('because a version cannot read it', async () => {
    const unread = JSON.stringify({ ...(JSON.parse(second) as object), mystery: 1 });
    const { packed, decided, wrong } = await partDecider(setupOf(['1.0.0', '1.1.0']))(
      await part([first, unread]),
    );
    expect([decided, wrong]).toEqual([1, 1]);
    const read = await readPart(packed);
    expect(read.ids).toEqual([idIn(first)]);
    expect(read.wrong).toEqual([{ id: idIn(second), problem: 'family-invalid', places: ['/mystery'] }]);
    const without = await withoutFamily(packed, idIn(second));
    expect(without === undefined ? undefined : (await readPart(without)).wrong).toEqual([]);
  });

  test('because the two engines differ on it', async () => {
    const differing = () =>
      Promise.resolve({
        agree: false,
        differences: [{ node: 'crime.offence@m2', engine: 'met', secondOpinion: 'not-met' } as const],
        taken: [],
      });
    const setup = setupOf(['1.0.0', '1.1.0'], { opinionsPerThousand: 1000 });
    const { packed, differing: places } = await partDecider(setup, differing)(await part([first]));
    expect((await readPart(packed)).wrong).toEqual([
      { id: idIn(first), problem: 'engines-disagree', places: ['crime.offence', 'crime.offence'] },
    ]);
    expect(places).toContain('crime.offence');
  });
});
