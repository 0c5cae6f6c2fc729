import { expect, test } from 'vitest';
import { compactReader, tracePlaces } from '../../engine/decide/compact.ts';
import { shortOf } from '../../engine/review/near-miss.ts';
import { refolder } from '../../engine/review/refold.ts';
import { day } from '../builders/decided.ts';
import { readFamily, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const make = familiesOf('hertfordshire', 11);
const families = Array.from({ length: 12 }, (_, at) => readFamily(make(at)));

test.for(shippedRulesets)(
  'under %s, every comparison that is enough is named, and no other place',
  (path) => {
    const compiled = shippedRuleset(path);
    const asOf = day('2016-03-01');
    const read = compactReader(compiled);
    const refold = refolder(compiled);
    const { places } = compiled.compiler.slots;
    const compares = new Set(places.flatMap(({ id, condition }) => ('fact' in condition ? [id] : [])));
    let found = 0;
    for (const family of families) {
      const kept = read(family, { asOf });
      for (const { id, verdict } of kept.answer.criteria) {
        const named = shortOf(compiled, id)(kept);
        if (verdict !== 'not-met') expect([id, ...named]).toEqual([id]);
        const enough = tracePlaces(compiled.ruleset).filter(
          (place) =>
            verdict === 'not-met' &&
            compares.has(place) &&
            refold(kept, { place, from: 'not-met', to: 'met' })?.(id) === 'met',
        );
        expect([id, ...named]).toEqual([id, ...enough]);
        found += named.length;
      }
    }
    expect(found).toBeGreaterThan(0);
  },
);

test('of families that are not eligible some are one comparison short, and some are not', () => {
  const compiled = shippedRuleset('england/phase-1/1.0.0');
  const read = compactReader(compiled);
  const short = shortOf(compiled, 'eligibility');
  const named = Array.from({ length: 60 }, (_, at) => readFamily(make(at))).flatMap((family) => {
    const kept = read(family, { asOf: day('2014-03-01') });
    return kept.answer.eligibility.verdict === 'not-met' ? [short(kept)] : [];
  });
  expect(named.filter((places) => places.length > 0)).not.toEqual([]);
  expect(named.filter((places) => places.length === 0)).not.toEqual([]);
});
