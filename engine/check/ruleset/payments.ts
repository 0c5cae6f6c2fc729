import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';
import { factsOf } from './parts.ts';

function pots({ ruleset }: Rules): Finding[] {
  const known = (ruleset.pots ?? []).map(({ id }) => id);
  return ruleset.payments.flatMap(({ pot }, at) => {
    if (pot === undefined || known.includes(pot)) return [];
    const message = `no pot is named ${quote(pot)}`;
    return [finding('unknown-pot', `/payments/${at}/pot`, { message, suggestion: near(pot, () => known) })];
  });
}

function claimed(rules: Rules): Finding[] {
  const known = rules.ruleset.payments.map(({ id }) => id);
  return factsOf(rules).flatMap(({ part: fact, pointer }) => {
    if (!('claimed' in fact) || known.includes(fact.claimed)) return [];
    const message = `no payment is named ${quote(fact.claimed)}`;
    return [
      finding('unknown-payment', `${pointer}/claimed`, {
        message,
        suggestion: near(fact.claimed, () => known),
      }),
    ];
  });
}

function share({ ruleset: { share: part } }: Rules): Finding[] {
  if (part === undefined || part.funded <= part.of) return [];
  const message = `\`${part.funded}\` of every \`${part.of}\` families cannot be funded`;
  return [finding('out-of-range', '/share/funded', { message })];
}

/** Pots and payments that are named are there, and no more than all families are funded. */
export function checkPayments(rules: Rules): Finding[] {
  return [...pots(rules), ...claimed(rules), ...share(rules)];
}
