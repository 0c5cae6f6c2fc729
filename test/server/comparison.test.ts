import { describe, expect, test } from 'vitest';
import { givenFamily } from '../../engine/index.ts';
import type { ComparedBatch } from '../../server/comparison/totals.ts';
import { inWholes } from '../../server/comparison/tally.ts';
import { root } from '../../server/setup/ensure.mjs';
import { commandLine } from '../builders/command-line.ts';
import { shippedCases } from '../builders/shipped.ts';

const folder = `${root}rulesets`;

interface Name {
  readonly kind: string;
  readonly of: string;
  readonly id: string;
}

interface Line {
  readonly family?: string;
  readonly changes?: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
  readonly causes?: readonly { readonly path: string; readonly sets: readonly (readonly Name[])[] }[];
  readonly shares?: readonly {
    readonly path: string;
    readonly edits: readonly (Name & { share: number })[];
  }[];
  readonly summary?: ComparedBatch & { readonly families: number };
}

async function compare(stdin: string, argv: readonly string[]) {
  const ended = await commandLine(['compare', ...argv], { folder, stdin });
  const lines = ended.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const summary = lines.at(-1)?.summary;
  if (summary === undefined) throw new Error(ended.err);
  return { lines: lines.slice(0, -1), summary };
}

const april = ['--left', 'phase-2@1.0.0', '--right', 'phase-2@1.2.0', '--as-of', '2015-06-10', '--causes'];

/** The families of the cases that ship with a version, each under a name of its own. */
function families(path: string): string {
  const file = shippedCases(path);
  return file.cases
    .map(({ id, given }) => {
      const family = givenFamily(file, given);
      if (!family.ok) throw new Error(`no family in ${id}`);
      return JSON.stringify({ ...(family.value as object), id });
    })
    .join('\n');
}

const all = families('england/phase-2/1.0.0');

test('a changed family says which edits cause each change, and how much of an amount is whose', async () => {
  const { lines } = await compare(all, april);
  const line = lines.find(({ family }) => family === 'absence-below-the-line');
  const threshold = { kind: 'changed', of: 'parameter', id: 'absence-threshold' };
  expect(line?.causes?.find(({ path }) => path === '/criteria/school/verdict')).toEqual({
    ...{ path: '/criteria/school/verdict', complete: true, skipped: 0 },
    sets: [[threshold]],
  });
  const same = lines.find(({ changes }) => changes?.length === 0);
  expect(same).toBeDefined();
  expect(same).not.toHaveProperty('causes');
});

test('what is summed is what the lines say', async () => {
  const { lines, summary } = await compare(all, april);
  const changed = lines.filter(({ changes = [] }) => changes.length > 0);
  expect([summary.families, summary.changed]).toEqual([lines.length, changed.length]);
  expect(changed.length).toBeGreaterThan(1);
  for (const { path, families: cells } of summary.verdicts) {
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
    for (const { from, to, count } of cells.filter((cell) => cell.from !== cell.to)) {
      const those = lines.filter(({ changes = [] }) =>
        changes.some((one) => one.path === path && one.from === from && one.to === to),
      );
      expect(count, `${path}: ${String(from)} to ${String(to)}`).toBe(those.length);
    }
  }
  const paid = (side: 'left' | 'right') =>
    summary.payments.reduce((sum, payment) => sum + payment[`${side}DuePence`], 0);
  expect([paid('left'), paid('right')]).toEqual([summary.leftDuePence, summary.rightDuePence]);
  const explained = summary.explained?.edits ?? [];
  expect(explained.reduce((sum, { duePence }) => sum + duePence, 0)).toBe(
    summary.rightDuePence - summary.leftDuePence,
  );
  for (const { kind, of, id, families: count } of explained) {
    const those = lines.filter(({ causes = [] }) =>
      causes.some(({ sets }) =>
        sets.flat().some((one) => one.kind === kind && one.of === of && one.id === id),
      ),
    );
    expect(count, id).toBe(those.length);
  }
  expect(explained.map(({ id }) => id)).toContain('absence-threshold');
});

test('a family that came before explains nothing again', async () => {
  const line = all.split('\n').find((one) => one.includes('absence-below-the-line')) ?? '';
  const [once, twice] = [await compare(`${line}\n`, april), await compare(`${line}\n${line}\n`, april)];
  expect(once.summary.explained?.edits[0]?.families).toBe(1);
  expect(twice.summary.explained).toEqual(once.summary.explained);
  expect(twice.summary.verdicts).toEqual(once.summary.verdicts);
});

describe('what cannot be attributed is compared, and why is said', () => {
  test('where the attachment is restated for one side alone', async () => {
    const { lines, summary } = await compare(all, [...april, '--restate-attachment', '2015-05-01']);
    expect(summary.notAttributable).toBe('restated-attachment');
    expect(summary).not.toHaveProperty('explained');
    expect(lines.some((line) => 'causes' in line)).toBe(false);
  });

  test('and it is not said where nobody asks', async () => {
    const { summary } = await compare(all, april.slice(0, -1));
    expect(summary).not.toHaveProperty('explained');
    expect(summary).not.toHaveProperty('notAttributable');
  });
});

test.for<readonly [shares: number[], wholes: number[]]>([
  [[], []],
  [
    [1, 2],
    [1, 2],
  ],
  [
    [0.5, 0.5],
    [1, 0],
  ],
  [
    [33.4, 33.3, 33.3],
    [34, 33, 33],
  ],
  [
    [-0.5, -0.5, 1],
    [0, -1, 1],
  ],
  [
    [0.1, 0.2, 0.7],
    [0, 0, 1],
  ],
])('%j are, in whole numbers of the same sum, %j', ([shares, wholes]) => {
  expect(inWholes(shares)).toEqual(wholes);
});
