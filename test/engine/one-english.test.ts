import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledRuleset } from '../../engine/decide/compile.ts';
import { decide } from '../../engine/decide/decide.ts';
import type { Judgement, Reason, TracedNode } from '../../engine/decide/decision.ts';
import { placesOf } from '../../engine/document/places.ts';
import type { Fact } from '../../engine/document/fact.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { linesOf, readRuleset } from '../../engine/read/ruleset.ts';
import { questions } from '../arbitraries/question.ts';
import { compiled, day, decided } from '../builders/decided.ts';
import { readFamily, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';
import { familiesOf } from '../builders/synthetic.ts';

/** The verbs of the reading, each with its opposite, and the longest before those that begin it. */
const verbs = [
  ['does not live with', 'lives with'],
  ['has not been', 'has been'],
  ['has not had', 'has had'],
  ['does not have', 'has'],
  ['is not', 'is'],
] as const;
const anyVerb = new RegExp(` (${verbs.flat().join('|')}) `);

/** A line of a comparison, taken apart: what stands before its verb, the verb, and the rest. */
function apart(sentence: string) {
  const at = anyVerb.exec(sentence);
  if (at?.[1] === undefined) throw new Error(`no verb: ${sentence}`);
  return { verb: at[1], rest: sentence.slice(at.index + at[0].length) };
}

const opposite = (verb: string) => verbs.flatMap(([no, yes]) => (verb === no ? yes : verb === yes ? no : []));

/** What a line says itself, without what only says how it belongs to the line above, and without its label. */
function ownWords(sentence: string, label: string | undefined): string {
  const bare = sentence.replace(/\.$/, '').replace(/^(It applies|[^.:]* counts) only if: /, '');
  const before = `${label ?? ''} – `;
  return bare.toLowerCase().startsWith(before.toLowerCase()) ? bare.slice(before.length) : bare;
}

/** What is asked, up to when: the amount, and what it is an amount of. */
function core(rest: string, { label }: Fact): string {
  if (rest.includes(label)) return rest.slice(0, rest.indexOf(label) + label.length);
  return rest.replace(/(:| in| on| over| since| at) .*$/, '');
}

/** A reason that something cannot be told says what the rule asks; one that it was found says that after what was found. */
function numberHolds(text: string, rest: string, fact: Fact): boolean {
  if (text.includes('; the rule asks for ')) {
    const [, asks = ''] = text.split(/; the rule asks for (?:someone )?/);
    return asks.startsWith(rest);
  }
  const wholly = /^it (is too early to judge|cannot be judged) whether /.test(text);
  return text.includes(wholly ? rest : core(rest, fact)) && text.includes(' whether ');
}

/** A yes or a no is found with the verb that is asked for exactly where the rule is met. */
function yesNoHolds(
  text: string,
  { verb, rest }: ReturnType<typeof apart>,
  { fact, verdict }: { readonly fact: Fact; readonly verdict: Verdict },
): boolean {
  const said = (one: string) => text.includes(` ${one} ${core(rest, fact)}`);
  const either = said(verb) || opposite(verb).some(said);
  const [, asks] = text.split('; the rule asks for ');
  if (asks !== undefined) return either && rest.endsWith(`: ${asks.replace(/, where “.*$/, '')}`);
  if (/^it (is|cannot)/.test(text)) return either;
  return verdict === 'met' ? said(verb) : verdict !== 'not-met' || opposite(verb).some(said);
}

function holds(node: TracedNode, sentence: string, fact: Fact | undefined): boolean {
  const text = node.reason?.text ?? '';
  if (fact === undefined) {
    const [about = '', asked = ''] = sentence.split(/(?<=”) is /);
    const wanted = asked.replace(/ \(it is set to .*$/, '');
    return text.startsWith(`${about} `.replace(/^T/, 't')) && text.endsWith(`; the rule asks for ${wanted}`);
  }
  if ('reduction' in fact)
    return numberHolds(text, sentence.slice(sentence.indexOf(' is ') + ' is '.length), fact);
  const parts = apart(sentence);
  const number = 'count' in fact || 'ratio' in fact || 'length' in fact || 'age' in fact;
  return number
    ? numberHolds(text, parts.rest, fact)
    : yesNoHolds(text, parts, { fact, verdict: node.verdict });
}

/** Where a reason of another kind has words of the reading, those words. */
function quoted({ code, text }: Reason): string | undefined {
  if (code === 'nobody') return text.replace('the family has no ', '');
  if (code === 'may-range') return text.replace(/^.* is one of these: /, '');
  if (code === 'capped') return text.replace(/^.* of these hold: at /, '');
  return code.startsWith('refers-') ? /“.*”/.exec(text)?.[0] : undefined;
}

function reasonsOf({ criteria, eligibility, outcomes, payments }: Judgement): Reason[] {
  const parts = outcomes.flatMap((outcome) => outcome.parts);
  return [criteria, eligibility.routes, outcomes, parts, payments].flat().flatMap(({ reasons }) => reasons);
}

/** Every reason of a decision that does not say what its rule reads as. */
function strays({ ruleset, vocabulary }: CompiledRuleset) {
  const lines = new Map<string, string>();
  for (const { id, kind, sentence } of linesOf(readRuleset({ ruleset, vocabulary })))
    if (kind === 'condition') lines.set(id, sentence);
  const places = new Map(placesOf(ruleset).map(({ id, condition }) => [id, condition]));
  return (decision: Judgement) => {
    const nodes = (decision.trace?.nodes ?? []).filter(({ reason }) => reason !== undefined);
    const compared = nodes.flatMap((node) => {
      const condition = places.get(node.node);
      const own = ownWords(lines.get(node.node) ?? '', condition?.label);
      const fact = condition && 'fact' in condition ? ruleset.facts[condition.fact] : undefined;
      return holds(node, own, fact) ? [] : [{ text: node.reason?.text, own }];
    });
    const others = reasonsOf(decision).flatMap((reason) => {
      const words = quoted(reason);
      const line = lines.get(reason.node) ?? '';
      return words === undefined || line.includes(words) ? [] : [{ text: reason.text, own: line }];
    });
    return { said: nodes.length, strays: [...compared, ...others] };
  };
}

describe('a reason says what the rule reads as, word for word', () => {
  test('for generated rulesets and families', () => {
    let said = 0;
    const property = fc.property(questions, (given) => {
      const engine = compiled(given.ruleset, given.calendars);
      const look = strays(engine);
      for (const asked of given.asked) {
        const found = look(decided(engine, asked, 'full'));
        said += found.said;
        expect(found.strays).toEqual([]);
      }
    });
    fc.assert(property, { numRuns: 40 });
    expect(said).toBeGreaterThan(1000);
  });

  test.for(shippedRulesets.map((path) => ({ path })))('for $path and synthetic families', ({ path }) => {
    const engine = shippedRuleset(path);
    const look = strays(engine);
    for (const profile of ['hertfordshire', 'corners']) {
      const make = familiesOf(profile, 1);
      for (let at = 0; at < 12; at += 1) {
        const asOf = day(path.includes('phase-2') || path.includes('/2.') ? '2016-03-01' : '2014-03-01');
        const found = look(decide(engine, readFamily(make(at)), { asOf, trace: 'full' }));
        expect(found.said).toBeGreaterThan(0);
        expect(found.strays).toEqual([]);
      }
    }
  });
});
