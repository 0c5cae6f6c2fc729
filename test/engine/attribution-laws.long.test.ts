import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributor, changesBetween, compileRuleset, type CompiledRuleset } from '../../engine/index.ts';
import { mix, mixtureOf } from '../../engine/attribution/mix.ts';
import { every, none } from '../../engine/attribution/numbered.ts';
import type { Edit } from '../../engine/review/edits/edit.ts';
import { editsBetween } from '../../engine/review/edits/edits.ts';
import { questions } from '../arbitraries/question.ts';
import { changedBy, changeOf, type Put } from '../arbitraries/ruleset-edit.ts';
import { type Asked, day, decided, parsedFamily } from '../builders/decided.ts';
import { referenceVocabulary } from '../builders/reference-vocabulary.ts';
import { shippedLibrary, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { meanEffects, smallestGiving } from '../reference/attribution.ts';

const seed = 20_150_901;
const picks = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 12, maxLength: 12 });

/** What nothing uses decides nothing: it may stay in a mix. */
const unused: readonly Edit['of'][] = ['fact', 'parameter', 'source', 'pot'];
/** What decides nothing of a family. */
const aside: readonly Edit['of'][] = ['share', 'grant'];

function deciding(was: CompiledRuleset, now: CompiledRuleset): Edit[] {
  return editsBetween(was, now).edits.filter(
    ({ kind, of, effect }) =>
      effect !== 'wording' && !aside.includes(of) && (kind === 'changed' || !unused.includes(of)),
  );
}

function mixed(was: CompiledRuleset, now: CompiledRuleset, chosen: typeof every): CompiledRuleset {
  const document = mix(mixtureOf(was.ruleset, now.ruleset, editsBetween(was, now).edits), chosen);
  const whole = compileRuleset(document, shippedLibrary);
  if (!whole.ok) throw new Error(JSON.stringify(whole.error, null, 1));
  return whole.value;
}

test('all edits make the version after, and none the version before', { timeout: 300_000 }, () => {
  const versions = shippedRulesets.map(shippedRuleset);
  for (const was of versions)
    for (const now of versions) {
      const name = `${was.ruleset.id} ${was.ruleset.version} → ${now.ruleset.id} ${now.ruleset.version}`;
      expect(deciding(mixed(was, now, every), now), name).toEqual([]);
      expect(deciding(was, mixed(was, now, none)), name).toEqual([]);
    }
});

const inside = (one: Put, other: Put) => one.path.every((key, at) => other.path[at] === key);
const nameOf = ({ kind, of, id }: Edit) => `${kind} ${of} ${id}`;

interface Switch extends Put {
  /** The one edit that it is. */
  readonly name: string;
}

/** Some changes, each of which is one edit that decides something, and none inside another. */
function switchesOf(
  was: CompiledRuleset,
  chosen: readonly number[],
  library: Parameters<typeof compileRuleset>[1],
) {
  const found: Switch[] = [];
  // because six take 64 compilations, and three leave no edit out as one that cannot matter
  const most = (chosen[0] ?? 0) % 4 === 0 ? 6 : 3;
  for (const pick of chosen) {
    const one = changeOf(was.ruleset, pick);
    if (one === undefined || found.some((other) => inside(one, other) || inside(other, one))) continue;
    const now = compileRuleset(changedBy(was.ruleset, [one]), library);
    const [edit, ...more] = now.ok ? editsBetween(was, now.value).edits : [];
    if (edit === undefined || more.length > 0 || edit.effect === 'wording') continue;
    found.push({ ...one, name: nameOf(edit) });
    if (found.length === most) break;
  }
  return found;
}

const parts = (switches: readonly Switch[], mask: number) =>
  switches.filter((_, at) => (mask & (1 << at)) !== 0);

/** What a family is told under the version before with some changes made to its text; nothing where they make none. */
function told(
  was: CompiledRuleset,
  library: Parameters<typeof compileRuleset>[1],
  switches: readonly Switch[],
) {
  const compiled = Array.from({ length: 1 << switches.length }, (_, mask) =>
    compileRuleset(changedBy(was.ruleset, parts(switches, mask)), library),
  );
  return (asked: Asked) => {
    const before = decided(was, asked, 'none');
    return compiled.map((one) => {
      if (!one.ok) return undefined;
      const judged = decided(one.value, asked, 'none');
      return { judged, at: new Map(changesBetween(before, judged).map(({ path, to }) => [path, to])) };
    });
  };
}

test(
  'the causes of a change are those that trying every set of changes to the text finds',
  { timeout: 600_000 },
  () => {
    const seen = { changes: 0, pairs: 0, several: 0, shares: 0 };
    const property = fc.property(questions, picks, (given, chosen) => {
      const library = { vocabularies: [referenceVocabulary], calendars: given.calendars };
      const first = compileRuleset(given.ruleset, library);
      if (!first.ok) throw new Error('what is drawn is valid');
      const was = first.value;
      const switches = switchesOf(was, chosen, library);
      const now = compileRuleset(changedBy(was.ruleset, switches), library);
      if (switches.length < 2 || !now.ok) return;
      const between = attributor(was, now.value);
      const numberOf = new Map(between.edits.map((edit, at) => [nameOf(edit), at]));
      if (between.edits.length !== switches.length || switches.some(({ name }) => !numberOf.has(name)))
        return;
      const numbers = switches.map(({ name }) => numberOf.get(name) ?? -1);
      const tell = told(was, library, switches);
      for (const asked of given.asked) {
        const { family: document, asOf, restateAttachment }: Asked = asked;
        const family = parsedFamily(document);
        const restated = restateAttachment === undefined ? {} : { restateAttachment: day(restateAttachment) };
        const one = between.family({ was: family, now: family, question: { asOf: day(asOf), ...restated } });
        const all = tell(asked);
        for (const change of one.changes) {
          const expected = smallestGiving(switches.length, change.to, (mask) => {
            const said = all[mask]?.at;
            return said?.has(change.path) === false ? change.from : said?.get(change.path);
          }).map((mask) =>
            parts(switches, mask)
              .map(({ name }) => name)
              .sort(),
          );
          const causes = one.causes(change);
          const named = causes.sets.map((set) =>
            set.map((number) => nameOf(between.edits[number] as Edit)).sort(),
          );
          expect(named.map(String).sort(), change.path).toEqual(expected.map(String).sort());
          expect(causes.complete).toBe(true);
          seen.changes += 1;
          seen.several += Number(expected.length > 1);
          seen.pairs += Number(expected.some((set) => set.length > 1));
        }
        if (all.some((said) => said === undefined)) continue;
        for (const of of ['/totalDuePence', '/totalPossiblePence'] as const) {
          const key = of === '/totalDuePence' ? 'totalDuePence' : 'totalPossiblePence';
          const effects = meanEffects(switches.length, (mask) => all[mask]?.judged[key] ?? Number.NaN);
          const { shares, exact } = one.shares(of, seed);
          expect(exact).toBe(true);
          for (const [index, number] of numbers.entries())
            expect(shares.get(number) ?? 0, of).toBeCloseTo(effects[index] ?? 0, 6);
          seen.shares += Number(effects.some((effect) => effect !== 0));
        }
      }
    });
    fc.assert(property, { seed, numRuns: 120 });
    console.log(seen);
    expect(seen.changes).toBeGreaterThan(100);
  },
);
