import { decideWithFacts, type Calendar, type Computed, type Ruleset } from '../../engine/index.ts';
import { givenFamily } from '../../engine/review/given.ts';
import { compiled, day, parsedFamily, type Asked } from './decided.ts';
import { readFamily, shippedCases, shippedRuleset } from './shipped.ts';

/** A ruleset, and what the engine found and made of one family under it. */
export interface Evaluated {
  readonly name: string;
  readonly ruleset: Ruleset;
  readonly computed: Computed;
}

/** Every shipped case of a ruleset, decided. */
export function evaluatedCases(path: string): Evaluated[] {
  const shipped = shippedRuleset(path);
  const file = shippedCases(path);
  return file.cases.map((one) => {
    const family = givenFamily(file, one.given);
    if (!family.ok) throw new Error(JSON.stringify(family.error));
    const { restateAttachment } = one;
    const { computed } = decideWithFacts(shipped, readFamily(family.value), {
      asOf: day(one.asOf),
      ...(restateAttachment === undefined ? {} : { restateAttachment: day(restateAttachment) }),
      trace: 'none',
    });
    return { name: one.name, ruleset: shipped.ruleset, computed };
  });
}

/** Every family asked about under one generated ruleset, decided. */
export function evaluatedQuestions(given: {
  readonly ruleset: Ruleset;
  readonly calendars: readonly Calendar[];
  readonly asked: readonly Asked[];
}): Evaluated[] {
  const engine = compiled(given.ruleset, given.calendars);
  return given.asked.map(({ family, asOf, restateAttachment }) => {
    const { computed } = decideWithFacts(engine, parsedFamily(family), {
      asOf: day(asOf),
      ...(restateAttachment === undefined ? {} : { restateAttachment: day(restateAttachment) }),
      trace: 'none',
    });
    return { name: asOf, ruleset: engine.ruleset, computed };
  });
}
