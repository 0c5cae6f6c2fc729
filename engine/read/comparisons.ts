import type { Comparison, Setting } from '../document/condition.ts';
import { frameOf, type YesNo } from './frames.ts';
import { askedNumber, askedWords } from './thresholds.ts';
import { anyWords, type Reader } from './values.ts';
import { plain, say, textOf, value, type Words } from './words.ts';

/** Whether a comparison with yes or no asks for yes; undefined where that depends on the day. */
function asksYes(reader: Reader, { operator, value: given }: Comparison): boolean | undefined {
  const held = typeof given === 'object' ? reader.ruleset.parameters[given.parameter]?.value : given;
  return typeof held === 'boolean' ? held === (operator === 'equal') : undefined;
}

/** The verb, as a value where a parameter decides it. */
function verb(reader: Reader, condition: Comparison, { yes, no }: YesNo): Words {
  const asks = asksYes(reader, condition);
  const text = asks === false ? no : yes;
  if (typeof condition.value !== 'object') return plain(text);
  return asks === undefined ? plain(yes) : value(text, condition.value.parameter);
}

/** What a comparison with a yes or no that changes by day asks for. */
function answer(reader: Reader, condition: Comparison): Words {
  if (asksYes(reader, condition) !== undefined) return [];
  const not = condition.operator === 'notEqual' ? 'not ' : '';
  return say`${not}${anyWords(reader, condition.value)}`;
}

/** One comparison of a fact, about `subject` where the fact is of a member. */
export function comparisonWords(reader: Reader, condition: Comparison, subject: Words): Words {
  const fact = reader.ruleset.facts[condition.fact];
  if (fact === undefined) return plain(condition.fact);
  const frame = frameOf(reader, fact);
  const { amount, of, when } = frame;
  const about = frame.subject(subject);
  if (amount !== undefined)
    return say`${about}${frame.verb.yes}${askedWords(reader, condition, amount)}${of}${when}`;
  const asked = answer(reader, condition);
  const end = asked.length === 0 ? [] : say`: ${asked}`;
  return say`${about}${verb(reader, condition, frame.verb)}${of}${when}${end}`;
}

/** A parameter that is read as all its values has one of them on a day. */
function byDayLabel({ ruleset }: Reader, { value: given }: Comparison): string | undefined {
  const parameter = typeof given === 'object' ? ruleset.parameters[given.parameter] : undefined;
  return parameter?.value === undefined ? parameter?.label : undefined;
}

/** The pieces of a comparison's sentence, as text, for a reason to be put together from. */
export function comparisonPhrases(reader: Reader, condition: Comparison) {
  const fact = reader.ruleset.facts[condition.fact];
  if (fact === undefined) return undefined;
  const { subject, verb: verbs, amount, of, when, found } = frameOf(reader, fact);
  const asked = textOf(amount === undefined ? [] : askedWords(reader, condition, amount));
  const own = { of: textOf(of), when: textOf(when) };
  const [before = '', after] = textOf(subject(plain('\n'))).split('\n');
  return {
    about: after === undefined ? () => before : (whom: string) => before + whom + after,
    verb: verbs,
    amount,
    found,
    ...own,
    /** What the amount is asked to be; empty for a yes or no. */
    asked,
    /** The end of the sentence, from what is asked on; empty where only a yes or a no is. */
    asks: amount === undefined ? textOf(answer(reader, condition)) : `${asked}${own.of}${own.when}`,
    byDayLabel: byDayLabel(reader, condition),
  };
}

export type ComparisonPhrases = NonNullable<ReturnType<typeof comparisonPhrases>>;

function settingParts(reader: Reader, condition: Setting): { readonly about: string; readonly asked: Words } {
  const { label, unit } = reader.ruleset.parameters[condition.parameter] ?? { label: condition.parameter };
  const literal = condition.value;
  const text = typeof literal === 'number' && unit !== undefined ? writtenIn(unit, literal) : undefined;
  const wanted = text === undefined ? anyWords(reader, literal) : value(text);
  const asked =
    typeof literal === 'number'
      ? askedNumber(condition.operator, wanted)
      : say`${condition.operator === 'equal' ? '' : 'anything but '}${wanted}`;
  return { about: `the setting “${label}”`, asked };
}

/** A condition on the ruleset's own setting. */
export function settingWords(reader: Reader, condition: Setting): Words {
  const { about, asked } = settingParts(reader, condition);
  const held = anyWords(reader, { parameter: condition.parameter });
  return say`${about} is ${asked} (it is set to ${held})`;
}

/** The pieces of a setting's sentence, as text. */
export function settingPhrases(reader: Reader, condition: Setting) {
  const { about, asked } = settingParts(reader, condition);
  return { about, asks: textOf(asked) };
}

function writtenIn(unit: string, literal: number): string {
  return unit === 'percent' ? `${literal}%` : String(literal);
}
