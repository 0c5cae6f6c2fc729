import { deepStrictEqual } from 'node:assert/strict';
import {
  attributor,
  type Change,
  changesBetween,
  type CompiledRuleset,
  compileRuleset,
  type Family,
  parseDay,
  verdictReader,
} from '../../engine/index.ts';
import { mix, mixtureOf } from '../../engine/attribution/mix.ts';
import type { Library } from '../../server/library/library.ts';
import { documentsOf } from '../../server/library/basis.ts';
import { smallestGiving } from '../reference/attribution.ts';

/** How long the causes of one change took to find, and how long trying every set as a whole ruleset did. */
export interface Attribution {
  /** Edits that can matter to the family. */
  readonly live: number;
  readonly ours: number;
  /** Milliseconds; undefined where there are too many sets to wait for. */
  readonly whole: number | undefined;
}

/** The most edits of which every set is compiled whole. */
const PATIENCE = 4;

/** Two versions, the day, and how many families are asked: nearly all of the last are told something else. */
const pairs = [
  ['phase-2', '1.0.0', 'phase-2', '1.2.0', '2016-03-01', 600],
  ['phase-1', '1.0.0', 'oxfordshire', '1.0.0', '2013-10-01', 100],
  ['cambridgeshire', '1.0.0', 'cambridgeshire', '2.0.0-preview.1', '2016-03-01', 5],
] as const;

function versionOf(library: Library, id: string, version: string) {
  const found = library.rulesets.get(id)?.find(({ ruleset }) => ruleset.version === version);
  if (found === undefined) throw new Error(`${id}@${version} ships`);
  return found;
}

const milliseconds = (run: () => void): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

type Says = (compiled: CompiledRuleset) => readonly Change[];

/** Every set of the edits, each compiled as a whole ruleset, and asked. */
function byWholes(
  numbers: readonly number[],
  { to, path, from }: Change,
  {
    says,
    compile,
  }: { readonly says: Says; readonly compile: (set: ReadonlySet<number>) => CompiledRuleset | undefined },
): number[][] {
  const chosen = (mask: number) => numbers.filter((_, at) => (mask & (1 << at)) !== 0);
  const given = (mask: number) => {
    const compiled = compile(new Set(chosen(mask)));
    if (compiled === undefined) return undefined;
    const change = says(compiled).find((one) => one.path === path);
    return change === undefined ? from : change.to;
  };
  return smallestGiving(numbers.length, to, given).map(chosen);
}

/** The causes of what families are told differently, found and timed; whether every set says the same is asserted first. */
export function attributed(library: Library, families: readonly Family[]): Attribution[] {
  return pairs.flatMap(([was, before, now, after, on, count]) => {
    const [left, right] = [versionOf(library, was, before), versionOf(library, now, after)];
    const asOf = parseDay(on);
    if (asOf === undefined) throw new Error(`${on} is a day`);
    const sides = [left.compiled(), right.compiled()] as const;
    const between = attributor(...sides);
    const mixture = mixtureOf(sides[0].ruleset, sides[1].ruleset, between.edits);
    const compile = (set: ReadonlySet<number>) => {
      const made = compileRuleset(mix(mixture, set), documentsOf(left.basis));
      return made.ok ? made.value : undefined;
    };
    return families.slice(0, count).flatMap((family) => {
      const question = { asOf };
      const asked = { was: family, now: family, question };
      const first = verdictReader(sides[0])(family, question);
      const says: Says = (compiled) => changesBetween(first, verdictReader(compiled)(family, question));
      const changes = between.family(asked).changes.filter(({ path }) => path.endsWith('/verdict'));
      return changes.map((change): Attribution => {
        const { sets, asked: numbers } = between.family(asked).causes(change);
        const ours = milliseconds(() => between.family(asked).causes(change));
        if (numbers.length > PATIENCE) return { live: numbers.length, ours, whole: undefined };
        let found: number[][] = [];
        const whole = milliseconds(() => {
          found = byWholes(numbers, change, { says, compile });
        });
        deepStrictEqual(found.map(String).sort(), sets.map(String).sort(), `${family.id} ${change.path}`);
        return { live: numbers.length, ours, whole };
      });
    });
  });
}
