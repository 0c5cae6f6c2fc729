import { describe, expect, test } from 'vitest';
import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import { FAMILY } from '../../engine/decide/run.ts';
import { ELIGIBILITY } from '../../engine/decide/slots.ts';
import { addMonths, type Day } from '../../engine/time/civil-date.ts';
import {
  MET,
  NOT_APPLICABLE,
  NOT_MET,
  UNKNOWN,
  verdictOf,
  type Verdict,
  type VerdictSet,
} from '../../engine/verdict.ts';
import { day } from '../builders/decided.ts';
import { possibleVerdicts } from '../builders/possible-verdicts.ts';
import { parseFamily, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { familiesOf, profileOf } from '../builders/synthetic.ts';

/** Verdicts of the bound that no family can bring about, and why. */
const unreachable: readonly { ruleset: RegExp; place: string; verdict: Verdict; because: string }[] = [];

const bits = [1, 2, 4, 8] as const;

/** Months from the day a family is looked at to the day asked about; most results take a year to show. */
const months = [0, 6, 7, 10, 13, 18, 24];

const most = 8_000;

function ownersOf({ ruleset }: CompiledRuleset): string[] {
  const rules = [...ruleset.criteria, ...ruleset.eligibility.routes, ...ruleset.outcomes];
  const parts = ruleset.outcomes.flatMap(({ id, parts: of = [] }) => of.map((part) => `${id}.${part.id}`));
  return [...rules.map(({ id }) => id), ...parts, ELIGIBILITY, ...ruleset.payments.map(({ id }) => id)];
}

/** Whether a recorded judgement may stand in place of a rule's own: any verdict is then possible there and above. */
function permitsOverrides({ ruleset }: CompiledRuleset): boolean {
  return ruleset.outcomes.some(
    ({ override, parts = [] }) => override !== undefined || parts.some((part) => part.override !== undefined),
  );
}

class Seen {
  readonly verdicts = new Map<string, VerdictSet>();
  private readonly compiled: CompiledRuleset;
  private readonly owners: readonly string[];

  constructor(compiled: CompiledRuleset) {
    this.compiled = compiled;
    this.owners = ownersOf(compiled);
  }

  private see(id: string, set: VerdictSet): void {
    this.verdicts.set(id, (this.verdicts.get(id) ?? 0) | set);
  }

  /** One family from the corners of the rules, asked about one day; one in eight as if it had joined on another. */
  look(index: number): void {
    const family = corner(index);
    const joined = family.attachedOn ?? drawnOn;
    const asOf = addMonths(joined, months[index % months.length] ?? 0, 'clamp');
    const restated = index % 8 === 5 ? addMonths(joined, 3, 'clamp') : undefined;
    const { run } = evaluate(this.compiled, family, { asOf, restateAttachment: restated });
    const { slots } = this.compiled.compiler;
    for (const { id, quantified } of slots.places) {
      const members = quantified ? family.members.keys() : [FAMILY];
      for (const member of members) this.see(id, slots.read(run, id, member));
    }
    for (const id of this.owners) this.see(id, slots.read(run, id, FAMILY));
  }

  /** Verdicts that are possible and not yet seen, and those that were seen and are not possible. */
  against(): { lacking: string[]; excess: string[] } {
    const possible = possibleVerdicts(this.compiled, this.verdicts);
    const said = (id: string, set: VerdictSet) =>
      bits.filter((bit) => set & bit).map((bit) => `${id}: ${verdictOf(bit)}`);
    // Whether a payment can be one that does not apply rests on what pays and what makes eligible together.
    for (const { id } of this.compiled.ruleset.payments) {
      const seen = this.verdicts.get(id) ?? 0;
      possible.set(id, MET | NOT_MET | UNKNOWN | (seen & NOT_APPLICABLE));
    }
    const all = [...possible].map(([id, set]) => ({ id, set, seen: this.verdicts.get(id) ?? 0 }));
    return {
      lacking: all.flatMap(({ id, set, seen }) => said(id, set & ~seen)),
      excess: all.flatMap(({ id, set, seen }) => said(id, seen & ~set)),
    };
  }
}

const corners = profileOf('corners');
const drawnOn: Day = day(corners.drawnOn);
const families = familiesOf('corners', 2013);

function corner(index: number) {
  const family = parseFamily(families(index));
  if (!family.ok) throw new Error(JSON.stringify(family.error));
  return family.value;
}

describe('every place takes every verdict it can have, in some synthetic family', () => {
  test.for(shippedRulesets)('%s', (path) => {
    const compiled = shippedRuleset(path);
    const seen = new Seen(compiled);
    const listed = unreachable.filter(({ ruleset }) => ruleset.test(path));
    const excused = new Set(listed.map(({ place, verdict }) => `${place}: ${verdict}`));
    const lacking = () => seen.against().lacking.filter((one) => !excused.has(one));
    for (let index = 0; index < most; index += 1) {
      seen.look(index);
      if (index % 250 === 249 && lacking().length === 0) break;
    }
    expect(lacking()).toEqual([]);
    if (!permitsOverrides(compiled)) expect(seen.against().excess).toEqual([]);
  });
});

test('a setting whose parameter has one value has one verdict, whatever the family', () => {
  for (const path of shippedRulesets) {
    const compiled = shippedRuleset(path);
    const seen = new Seen(compiled);
    for (let index = 0; index < 200; index += 1) seen.look(index);
    for (const { id, condition } of compiled.compiler.slots.places) {
      if (!('parameter' in condition)) continue;
      const parameter = compiled.ruleset.parameters[condition.parameter];
      if (parameter?.value !== undefined) expect(bits).toContain(seen.verdicts.get(id));
    }
  }
});
