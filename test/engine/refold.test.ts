import { describe, expect, test } from 'vitest';
import { compactReader, tracePlaces } from '../../engine/decide/compact.ts';
import { compileRuleset, type CompiledRuleset } from '../../engine/decide/compile.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { metOnlyBecause, refolder } from '../../engine/review/refold.ts';
import { verdictOf } from '../../engine/verdict.ts';
import { asBit } from '../../engine/decide/slots.ts';
import { day } from '../builders/decided.ts';
import { patched } from '../builders/patch.ts';
import { readFamily, shippedLibrary, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

const profiles = ['hertfordshire', 'corners'];
const days = ['2012-12-01', '2014-03-01', '2016-03-01', '2019-02-28'];

const asked = profiles.flatMap((profile) => {
  const make = familiesOf(profile, 7);
  return Array.from({ length: 24 }, (_, at) => ({
    family: readFamily(make(at)),
    asOf: day(days[at % days.length] ?? ''),
  }));
});

describe.for(shippedRulesets)('under %s', (path) => {
  const compiled = shippedRuleset(path);
  const { slots } = compiled.compiler;
  const read = compactReader(compiled);
  const refold = refolder(compiled);

  test('every decision folded again from its compact trace says what it said', () => {
    for (const { family, asOf } of asked) {
      const kept = read(family, { asOf });
      const { run } = evaluate(compiled, family, { asOf });
      const again = refold(kept);
      const was = slots.single.map((id, at) => [id, verdictOf(asBit(run.bytes[at] ?? 0) || 1)]);
      expect([family.id, ...slots.single.map((id) => [id, again?.(id)])]).toEqual([family.id, ...was]);
    }
  });

  test('every place has a digit, which says of its members all that each was judged', () => {
    const places = tracePlaces(compiled.ruleset);
    for (const { family, asOf } of asked) {
      const { trace } = read(family, { asOf });
      const { run } = evaluate(compiled, family, { asOf });
      expect(trace.places).toHaveLength(places.length);
      const wrong = places.filter((id, at) => {
        const members = slots.slot(id).quantified ? family.members.map(({ index }) => index) : [0];
        const judged = members.reduce((bits, member) => bits | slots.read(run, id, member), 0);
        return Number.parseInt(trace.places[at] ?? '', 16) !== judged;
      });
      expect([family.id, ...wrong]).toEqual([family.id]);
    }
  });

  test('a trace of other rules is told', () => {
    const [first] = asked;
    if (first === undefined) throw new Error('there are families');
    const kept = read(first.family, first);
    const { places, rest } = kept.trace;
    for (const trace of [
      { places: `${places}1`, rest },
      { places, rest: `${rest}1` },
      { places, rest: `x${rest.slice(1)}` },
    ])
      expect(refold({ ...kept, trace })).toBeUndefined();
  });
});

/** The same rules with one comparison of the whole family answered `not-met`, whatever the family. */
function refusing({ ruleset }: CompiledRuleset, pointer: string, id: string): CompiledRuleset {
  const source = Object.values(ruleset.parameters)[0]?.source;
  const parameters = {
    ...ruleset.parameters,
    'always-yes': { label: 'always', unit: 'yes-no', value: true, source },
  };
  const never = { id, parameter: 'always-yes', operator: 'equal', value: false };
  const made = compileRuleset(
    patched({ ...ruleset, parameters }, { set: { [pointer]: never } }),
    shippedLibrary,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

test('what is supposed of a place is what the rules would say if they said that of it', () => {
  let supposedOften = 0;
  for (const path of [
    'england/phase-1/1.0.0',
    'england/phase-2/1.0.0',
    'hertfordshire/hertfordshire/2.0.0',
  ]) {
    const compiled = shippedRuleset(path);
    const [read, refold] = [compactReader(compiled), refolder(compiled)];
    const { slots } = compiled.compiler;
    const leaves = slots.places.filter(({ condition, quantified }) => 'fact' in condition && !quantified);
    for (const { id, pointer } of leaves) {
      let otherwise: typeof read | undefined;
      for (const { family, asOf } of asked) {
        const kept = read(family, { asOf });
        if (kept.trace.places[slots.slot(id).at] !== '8') continue;
        supposedOften += 1;
        const told = refold(kept, { place: id, from: 'not-applicable', to: 'not-met' });
        otherwise ??= compactReader(refusing(compiled, pointer, id));
        const { answer } = otherwise(family, { asOf });
        expect(answer.outcomes.map((one) => told?.(one.id))).toEqual(
          answer.outcomes.map(({ verdict }) => verdict),
        );
        expect(answer.payments.map((one) => told?.(one.id))).toEqual(
          answer.payments.map(({ verdict }) => verdict),
        );
      }
    }
  }
  expect(supposedOften).toBeGreaterThan(50);
});

test('an outcome that is met because one of its parts does not apply is told from one that is met by all', () => {
  const compiled = shippedRuleset('england/phase-1/1.0.0');
  const read = compactReader(compiled);
  const make = familiesOf('hertfordshire', 3);
  const met = Array.from({ length: 600 }, (_, at) =>
    read(readFamily(make(at)), { asOf: day('2014-03-01') }),
  ).filter(({ answer }) => answer.outcomes.find(({ id }) => id === 'crime-and-education')?.verdict === 'met');
  expect(met.length).toBeGreaterThan(0);
  const node = 'crime-and-education';
  const parts = met[0]?.answer.outcomes.find(({ id }) => id === node)?.parts ?? [];
  const found = parts.map(({ id }) => {
    const because = metOnlyBecause(compiled, { node, place: `${node}.${id}` });
    for (const kept of met) {
      const part = kept.answer.outcomes.find((one) => one.id === node)?.parts.find((one) => one.id === id);
      expect(because(kept)).toBe(part?.verdict === 'not-applicable');
    }
    return met.filter(because).length;
  });
  expect(found.some((count) => count > 0)).toBe(true);
});
