import type { Condition } from '../document/condition.ts';
import type { Payment } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Verdict } from '../verdict.ts';
import { at, type Computed } from './computed.ts';
import * as fold from './folds.ts';
import { all, any, is, not, said, type Node } from './logic.ts';
import { RuleBook, type PlainRule, type VerdictRules } from './rule-book.ts';
import { writeCapped } from './supply.ts';
import { FAMILY, Walk } from './walk.ts';

/** A ruleset and one family as the public engine reads them, and what this engine made of the same: plain JSON. */
export interface PlainRules {
  readonly rules: readonly PlainRule[];
  readonly facts: Readonly<Record<string, number | boolean | string>>;
  /** This engine's verdict of every node that it judged. */
  readonly expected: Readonly<Record<string, Verdict>>;
  /** Nodes that the rules do not judge but take this engine's verdict of. */
  readonly taken: readonly string[];
}

/** The id under which eligibility's own verdict is kept. */
const ELIGIBILITY = 'eligibility';

interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

/** The verdict of a rule, or of an outcome's parts, under its gate. */
function underGate(walk: Walk, rule: Rule, parts: readonly Node[]): VerdictRules {
  const judged = rule.when && walk.place(rule.when, FAMILY);
  const applies = rule.appliesWhen && walk.place(rule.appliesWhen, FAMILY);
  const own = judged === undefined ? fold.allOf(parts) : fold.copy(judged);
  return applies === undefined ? own : fold.gated(applies, own);
}

/** An override stands in place of the rule's own verdict, which is still judged. */
function writeOverridable(walk: Walk, id: string, own: VerdictRules): Node {
  const { book, facts } = walk;
  const override = at(facts.overrides, id);
  if (override === undefined) return book.node(id, own);
  book.node(`#own ${id}`, own);
  return book.node(id, fold.copy(book.at(book.given(`#override ${id}`, override))));
}

function writeOutcomes(walk: Walk, outcomes: Ruleset['outcomes']): void {
  for (const outcome of outcomes) {
    const parts = (outcome.parts ?? []).map((part) =>
      writeOverridable(walk, `${outcome.id}.${part.id}`, underGate(walk, part, [])),
    );
    writeOverridable(walk, outcome.id, underGate(walk, outcome, parts));
  }
}

/** Due only where nothing stands against it: a family that is attached and eligible, a claim window that is open, a price. */
function writePayment(walk: Walk, payment: Payment): void {
  const { book, facts } = walk;
  const found = at(facts.payments, payment.id);
  if (found === undefined) throw new Error(`invariant: ${payment.id} has its facts`);
  const given = (name: string, holds: boolean) => is(book.given(`#${name} ${payment.id}`, holds), true);
  const when = payment.when && walk.place(payment.when, FAMILY);
  const eligibility = book.at(ELIGIBILITY);
  const grounds = when === undefined ? [eligibility] : [eligibility, when];
  const closed = any([is(book.given('#attached', facts.attached), false), given('closed', found.closed)]);
  const refused = any([closed, ...grounds.map((node) => said(node, 'not-met'))]);
  const claimed = given('claimed elsewhere', found.claimedElsewhere);
  book.node(payment.id, {
    met: all([
      not(closed),
      ...grounds.map((node) => said(node, 'met')),
      given('priced', found.priced),
      payment.kind === 'attachment' || not(claimed),
    ]),
    'not-met': refused,
    'not-applicable': all([not(refused), any(grounds.map((node) => said(node, 'not-applicable')))]),
  });
}

/** Every node of a ruleset as one rule for each verdict that it can have, for one family. */
export function translate(ruleset: Ruleset, { facts, verdicts }: Computed): PlainRules {
  const book = new RuleBook();
  const walk = new Walk(book, ruleset, facts);
  const write = (rule: Rule & { readonly id: string }) => book.node(rule.id, underGate(walk, rule, []));
  ruleset.criteria.forEach(write);
  book.node(ELIGIBILITY, fold.anyOf(ruleset.eligibility.routes.map(write)));
  writeOutcomes(walk, ruleset.outcomes);
  for (const payment of ruleset.payments) writePayment(walk, payment);
  const taken = writeCapped(walk);
  for (const node of taken) book.given(node, at(verdicts, node) ?? 'not-judged');
  return { ...book.written(), expected: verdicts, taken };
}
