import * as fc from 'fast-check';
import type { Condition } from '../../engine/document/condition.ts';
import type { Outcome, OutcomePart } from '../../engine/document/outcome.ts';
import { ruleset as schema, type Ruleset } from '../../engine/document/ruleset.ts';
import { parametersIn } from '../reference/parameters.ts';
import { condition, paymentCondition, routeCondition } from './conditions.ts';
import { facts } from './facts.ts';
import { parameter, parameters } from './parameters.ts';
import { Settler } from './settled.ts';

const source = { ref: 'test', standing: 'sourced' } as const;
const looksFrom = fc.constantFrom('attachment' as const, 'asOf' as const);

/** One rule in four asks first whether it applies. */
const blindRule = fc.oneof(
  { weight: 3, arbitrary: fc.record({ when: condition }) },
  { weight: 1, arbitrary: fc.record({ appliesWhen: condition, when: condition }) },
);

const blindCriterion = fc
  .tuple(blindRule, fc.record({ looksFrom }, { requiredKeys: [] }))
  .map(([rule, common]) => ({ ...rule, ...common }));

const override = fc.constantFrom<string[][]>(['head'], ['head', 'clerk']).map((roles) => ({ roles, source }));
const blindPart = fc.record(
  { appliesWhen: condition, when: condition, override },
  { requiredKeys: ['when'] },
);
const parts = fc.array(blindPart, { minLength: 1, maxLength: 2 });
/** An outcome without a name, and its parts without theirs. */
type BlindOutcome = Omit<Outcome, 'id' | 'label' | 'source' | 'parts'> & {
  readonly parts?: readonly Omit<OutcomePart, 'id' | 'label'>[];
};

const blindOutcome: fc.Arbitrary<BlindOutcome> = fc
  .tuple(
    fc.record({ looksFrom, override }, { requiredKeys: [] }),
    fc.oneof(
      { weight: 2, arbitrary: fc.record({ when: condition }) },
      { weight: 1, arbitrary: fc.record({ appliesWhen: condition, when: condition }) },
      { weight: 2, arbitrary: fc.record({ parts }) },
      { weight: 1, arbitrary: fc.record({ appliesWhen: condition, parts }) },
    ),
  )
  .map(([common, judged]) => ({ ...common, ...judged }));

const amount = fc.oneof(fc.constantFrom(100, 700, 800), parameter('rate'), parameter('other-rate'));
const blindPayment = fc
  .tuple(
    fc.record(
      {
        kind: fc.constantFrom('attachment' as const, 'result' as const),
        amount,
        when: paymentCondition,
        pot: fc.constantFrom('pot-1', 'pot-1', 'pot-2'),
      },
      { requiredKeys: ['kind', 'amount'] },
    ),
    fc.option(parameter('last-day'), { nil: undefined, freq: 1 }),
  )
  .map(([payment, claimBefore]) => ({ ...payment, ...(claimBefore && { claimBefore }) }));
const blindPot = fc.record(
  { cap: fc.oneof(fc.constantFrom(700, 800, 900), parameter('cap')), exclusive: fc.boolean() },
  { requiredKeys: ['cap'] },
);

const blindRuleset = fc.record({
  parameters,
  facts,
  criteria: fc.array(blindCriterion, { minLength: 1, maxLength: 3 }),
  routes: fc.array(routeCondition, { minLength: 1, maxLength: 2 }),
  outcomes: fc.array(blindOutcome, { maxLength: 2 }),
  payments: fc.array(blindPayment, { maxLength: 4 }),
  pots: fc.tuple(blindPot, blindPot),
  monthEnd: fc.constantFrom('clamp' as const, 'overflow' as const),
  leapBirthday: fc.constantFrom('1-march' as const, '28-february' as const, undefined),
  zeroBaseline: fc.oneof(
    fc.constantFrom('met' as const, 'not-met' as const, 'not-applicable' as const, undefined),
    parameter('zero-baseline'),
  ),
});
type Blind = typeof blindRuleset extends fc.Arbitrary<infer T> ? T : never;

interface Ruled {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

/** The conditions of one owner, settled. */
function settledRules(
  settler: Settler,
  rule: Ruled,
  owner: { id: string; allowed: readonly string[] },
): Ruled {
  const top = (node: Condition | undefined, slot: string) =>
    node && settler.settle(node, `${owner.id}.${slot}`, owner.allowed);
  const appliesWhen = top(rule.appliesWhen, 'applies-when');
  const when = top(rule.when, 'when');
  return { ...(appliesWhen && { appliesWhen }), ...(when && { when }) };
}

const numbered = (word: string) => (_: unknown, at: number) => `${word}-${at + 1}`;

function settledOutcomes(settler: Settler, blind: Blind, criteria: readonly string[]) {
  const ids = blind.outcomes.map(numbered('outcome'));
  return blind.outcomes.map((outcome, at) => {
    const id = ids[at] ?? '';
    const allowed = [...criteria, ...ids.slice(0, at)];
    const rules = settledRules(settler, outcome, { id, allowed });
    if (outcome.parts === undefined) return { ...outcome, ...rules, id, label: id, source };
    const parts = outcome.parts.map((part, partAt) => {
      const partId = `part-${partAt + 1}`;
      return {
        ...part,
        ...settledRules(settler, part, { id: `${id}.${partId}`, allowed }),
        id: partId,
        label: partId,
      };
    });
    return { ...outcome, ...rules, id, label: id, source, parts };
  });
}

function settled(blind: Blind) {
  const settler = new Settler();
  const ids = blind.criteria.map(numbered('criterion'));
  const criteria = blind.criteria.map((rule, at) => {
    const id = ids[at] ?? '';
    const rules = settledRules(settler, rule, { id, allowed: ids.slice(0, at) });
    return { ...rule, ...rules, id, group: 'national', label: id, source };
  });
  const routes = blind.routes.map((when, at) => {
    const id = `route-${at + 1}`;
    return { ...settledRules(settler, { when }, { id, allowed: ids }), id, label: id, source };
  });
  const outcomes = settledOutcomes(settler, blind, ids);
  const allowed = [...outcomes.map(({ id }) => id), ...ids];
  const payments = blind.payments.map((rule, at) => {
    const id = `payment-${at + 1}`;
    return { ...rule, ...settledRules(settler, rule, { id, allowed }), id, label: id, source };
  });
  const pots = blind.pots.map((pot, at) => ({ ...pot, id: `pot-${at + 1}`, label: 'pot', source }));
  return { criteria, eligibility: { routes }, outcomes, payments, pots };
}

function factsIn(piece: unknown): string[] {
  if (typeof piece !== 'object' || piece === null) return [];
  const own = 'fact' in piece && typeof piece.fact === 'string' ? [piece.fact] : [];
  return [...own, ...Object.values(piece).flatMap(factsIn)];
}

function only<T>(entries: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => names.includes(name)));
}

/** A fact that asks for the claims of a payment that is not there asks for the family's day instead. */
function withPayments(given: Blind['facts'], payments: readonly { id: string }[]): Blind['facts'] {
  const claimed = given['f-claimed'];
  const there = claimed && 'claimed' in claimed && payments.some(({ id }) => id === claimed.claimed);
  return there ? given : { ...given, 'f-claimed': { dated: 'attachedOn', label: 'dated' } };
}

function assembled(blind: Blind): Ruleset {
  const parts = settled(blind);
  const kept = only(withPayments(blind.facts, parts.payments), factsIn(parts));
  const used = parts.payments.map(({ pot }) => pot);
  const pots = parts.pots.filter(({ id }) => used.includes(id as 'pot-1'));
  const zeroBaseline = blind.zeroBaseline === undefined ? {} : { zeroBaseline: blind.zeroBaseline };
  const leapBirthday = blind.leapBirthday === undefined ? {} : { leapBirthday: blind.leapBirthday };
  const rules = { ...parts, pots, facts: kept, ...zeroBaseline, ...leapBirthday };
  return schema.parse({
    id: 'generated',
    version: '1.0.0',
    title: 'Generated',
    programme: 'generated',
    phase: 1,
    jurisdiction: 'Nowhere',
    vocabulary: 'reference@1',
    calendar: { fallback: 'fallback', local: ['local'] },
    monthEnd: blind.monthEnd,
    sources: { test: { title: 'Made for tests' } },
    parameters: only(blind.parameters, parametersIn(rules)),
    ...rules,
  });
}

/** Rulesets that the checker accepts, over the reference vocabulary and its calendars. */
export const ruleset: fc.Arbitrary<Ruleset> = blindRuleset.map(assembled);
