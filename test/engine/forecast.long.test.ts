import { describe, expect, test } from 'vitest';
import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import type { Due } from '../../engine/decide/payments.ts';
import { FAMILY } from '../../engine/decide/run.ts';
import { goingOn } from '../../engine/earliest/going-on.ts';
import type { Family } from '../../engine/family/family.ts';
import { type FamilyForecast, type ForecastClaim, forecastOf, ways } from '../../engine/forecast/family.ts';
import { forecast, ForecastSums } from '../../engine/forecast/sums.ts';
import { checkForecastWindows, type OpenWindow } from '../../engine/forecast/open-windows.ts';
import { addDays, type Day } from '../../engine/time/civil-date.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedRuleset } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const window = (id: string, opens: string, closes: string) => ({ id, label: id, opens, closes });

function openFrom(asOf: string, windows: readonly ReturnType<typeof window>[]): OpenWindow[] {
  const open = checkForecastWindows({ windows }, day(asOf));
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  return open.value;
}

const phase1 = [
  window('july-2013', '2013-07-01', '2013-08-01'),
  window('october-2013', '2013-10-01', '2013-11-01'),
  window('early-2014', '2014-01-01', '2014-03-01'),
  window('august-2014', '2014-08-01', '2014-09-01'),
];
const phase2 = [
  window('spring-2016', '2016-04-01', '2016-06-01'),
  window('winter-2017', '2017-01-01', '2017-03-01'),
];

/** The same by asking about every single day, and with no thought of which may matter. */
function dayByDay(rules: CompiledRuleset, family: Family, asked: Parameters<typeof forecastOf>[2]) {
  const { asOf, windows } = asked;
  const { programme, phase } = rules.ruleset;
  const until = addDays(windows.at(-1)?.closes ?? asOf, -1);
  const known = { ...family, claims: family.claims.filter(({ on }) => on <= asOf) };
  const later = goingOn(known, { asOf, until });
  const then = evaluate(rules, later, { asOf }).dues;
  const walk = (may: (now: Due, at: number, sofar: number) => number) => {
    const made: ForecastClaim[] = [];
    for (const [position, { opens, closes }] of windows.entries())
      for (let on = opens > asOf ? opens : asOf; on < closes; on = addDays(on, 1))
        for (let again = true; again;) {
          const claims = made.map(({ payment, on: before, pence }) => ({
            ...{ programme, phase, payment, on: before, pence, localAuthority: undefined },
          }));
          const { dues } = evaluate(rules, { ...later, claims: [...later.claims, ...claims] }, { asOf: on });
          const sofar = (id: string) =>
            made.filter(({ payment }) => payment === id).reduce((sum, { pence }) => sum + pence, 0);
          const next = dues
            .map((now, at) => ({
              ...{ payment: now.id, window: position, on },
              pence: may(now, at, sofar(now.id)),
            }))
            .filter(({ pence }) => pence > 0);
          made.push(...next);
          again = next.length > 0;
        }
    return made;
  };
  return {
    low: walk(({ due }, at, sofar) => Math.max(0, Math.min(due, (then[at]?.due ?? 0) - sofar))),
    expected: walk(({ due }) => due),
    high: walk(({ possible }) => possible),
  };
}

const penceOf = (claims: readonly ForecastClaim[]) => claims.reduce((sum, { pence }) => sum + pence, 0);

/** Pots from which more would be paid than they hold, what was claimed before included. */
function overfull(
  rules: CompiledRuleset,
  { family, asOf }: { readonly family: Family; readonly asOf: Day },
  made: readonly ForecastClaim[],
): string[] {
  const { ruleset, compiler } = rules;
  const last = made.at(-1);
  if (last === undefined) return [];
  const { run } = evaluate(rules, family, { asOf: last.on });
  return (ruleset.pots ?? [])
    .filter(({ id, cap }) => {
      const own = ruleset.payments.filter(({ pot }) => pot === id).map((one) => one.id);
      const paid = penceOf(made.filter(({ payment }) => own.includes(payment)));
      const before = family.claims
        .filter(({ payment, phase, on }) => own.includes(payment) && phase === ruleset.phase && on <= asOf)
        .reduce((sum, { pence }) => sum + pence, 0);
      const holds = compiler.parameters.number(cap)(run, { looksFrom: 'asOf', member: FAMILY }) ?? 0;
      return paid > 0 && before + paid > holds;
    })
    .map(({ id }) => id);
}

const asks = [
  { path: 'england/phase-1/1.0.0', asOf: '2013-06-01', windows: phase1, profile: 'corners', many: 150 },
  {
    path: 'england/phase-1/1.0.0',
    asOf: '2013-10-15',
    windows: phase1,
    profile: 'hertfordshire-worked-with',
    many: 150,
  },
  {
    path: 'oxfordshire/oxfordshire/1.0.0',
    asOf: '2013-06-01',
    windows: phase1,
    profile: 'corners',
    many: 150,
  },
  { path: 'england/phase-2/1.0.0', asOf: '2016-03-01', windows: phase2, profile: 'corners', many: 60 },
];

describe.for(asks)(
  'under $path on $asOf, over synthetic families of $profile',
  ({ path, asOf, windows, profile, many }) => {
    const rules = shippedRuleset(path);
    const asked = { asOf: day(asOf), windows: openFrom(asOf, windows) };
    const familyAt = familiesOf(profile, 20);

    test('asking about every day says the same', () => {
      let claims = 0;
      for (let at = 0; at < 30; at += 1) {
        const family = readFamily(familyAt(at));
        const found = forecastOf(rules, family, asked);
        expect(found).toMatchObject(dayByDay(rules, family, asked));
        claims += found.high.length;
      }
      expect(claims).toBeGreaterThan(3);
    });

    test('low is at most expected and expected at most high, up to every window; no pot is exceeded', () => {
      const sums = { low: 0, expected: 0, high: 0 };
      for (let at = 0; at < many; at += 1) {
        const family = readFamily(familyAt(at));
        const found: FamilyForecast = forecastOf(rules, family, asked);
        for (const way of ways) {
          sums[way] += penceOf(found[way]);
          expect([family.id, way, overfull(rules, { family, asOf: asked.asOf }, found[way])]).toEqual([
            family.id,
            way,
            [],
          ]);
        }
        for (const upTo of asked.windows.keys()) {
          const upToIt = ways.map((way) => penceOf(found[way].filter(({ window: own }) => own <= upTo)));
          expect([family.id, upToIt]).toEqual([family.id, upToIt.toSorted((one, other) => one - other)]);
        }
      }
      expect(sums.low).toBeGreaterThan(0);
      expect(sums.expected).toBeGreaterThan(sums.low);
      expect(sums.high).toBeGreaterThan(sums.expected);
    });
  },
);

test('what is added up is what was found family by family', () => {
  const rules = shippedRuleset('england/phase-1/1.0.0');
  const asked = { asOf: day('2013-06-01'), windows: openFrom('2013-06-01', phase1) };
  const familyAt = familiesOf('hertfordshire-worked-with', 7);
  const sums = new ForecastSums(rules.ruleset, asked.windows);
  const found = Array.from({ length: 60 }, (_, at) => readFamily(familyAt(at))).map((family) => {
    const one = forecastOf(rules, family, asked);
    sums.add(family.id, one);
    return { id: family.id, ...one };
  });
  const all = sums.summed();
  expect(forecast.parse(all)).toEqual(all);
  expect(all.families).toBe(60);
  for (const way of ways) {
    const claims = found.flatMap((one) => one[way]);
    expect(all.total[way]).toMatchObject({
      families: found.filter((one) => one[way].length > 0).length,
      claims: claims.length,
      pence: penceOf(claims),
    });
    for (const [at, own] of all.windows.entries()) {
      expect(own[way].pence).toBe(penceOf(claims.filter((claim) => claim.window === at)));
      expect(own.payments.reduce((sum, payment) => sum + payment[way].pence, 0)).toBe(own[way].pence);
      expect(own[way].fundedPence).toBeLessThanOrEqual(own[way].pence);
    }
  }
  const never = found.filter(({ high }) => high.length === 0).map(({ id }) => id);
  expect(all.never).toMatchObject({ families: never.length, ids: never });
});
