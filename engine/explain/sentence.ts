import type { Measured, Threshold } from '../decide/measured.ts';
import type { Comparison } from '../document/condition.ts';
import type { ComparisonPhrases } from '../read/comparisons.ts';
import { dayInWords, listInWords, termInWords, windowInWords } from '../read/figures.ts';
import { heldText, type Reader } from '../read/values.ts';
import { UNKNOWN, type Bit } from '../verdict.ts';
import type { Judged } from './deciding.ts';
import { foundAmount, whenOf } from './found.ts';
import { gapsInWords, who } from './gaps.ts';
import { phrases } from './phrases.ts';

/** A comparison to be put in words. */
export interface Compared {
  readonly condition: Comparison;
  readonly member: number;
  readonly bit: Bit;
  readonly measured: Measured;
  readonly threshold: Threshold | undefined;
}

/** The rule's sentence, as of what it asks for. */
function asking(subject: string, { verb, asked, of }: ComparisonPhrases, when: string): string {
  return `${subject}${verb.yes}${asked}${of}${when}`;
}

/** The value on this day, of a parameter that is read as all its values. */
function onThisDay(reader: Reader, label: string, threshold: Threshold | undefined): string {
  const { parameter = '', value } = threshold ?? {};
  const held = value === undefined ? 'has no value on this day' : `is ${heldText(reader, parameter, value)}`;
  return `, where “${label}” ${held}`;
}

/** "; the rule asks for 3 or more fixed-term exclusions over the last 3 completed terms". */
function asks(judged: Judged, { asks: said, amount, byDayLabel }: ComparisonPhrases, it: Compared): string {
  if (said === '') return '';
  const held = byDayLabel === undefined ? '' : onThisDay(judged.compiler, byDayLabel, it.threshold);
  return `; the rule asks for ${amount === 'age' ? 'someone ' : ''}${said}${held}`;
}

function foundYesNo(subject: string, said: ComparisonPhrases, measured: Measured): string {
  const { least, most } = measured;
  const when = whenOf(said, measured);
  if (least === undefined || least.part !== most?.part)
    return `it is not known whether ${asking(subject, said, when)}`;
  return `${subject}${least.part === 1 ? said.verb.yes : said.verb.no}${said.of}${when}`;
}

/** What was found, and what the rule asks where finding it does not say so. */
function found(judged: Judged, said: ComparisonPhrases, it: Compared): string {
  const { measured, bit } = it;
  const subject = said.about(who(judged, it.member));
  const { amount } = said;
  if (amount === undefined) return `${foundYesNo(subject, said, measured)}${asks(judged, said, it)}`;
  const number = foundAmount(amount, said, measured);
  if (number === undefined || (number.open && bit === UNKNOWN))
    return `it is not known whether ${asking(subject, said, number?.when ?? whenOf(said, measured))}`;
  return `${subject}${said.verb.yes}${number.amount}${said.of}${number.when}${asks(judged, said, it)}`;
}

/** Why a fact could not be measured; nothing where it was, as far as is known. */
function hindrance({ code, lacking = [], window }: Measured): string | undefined {
  switch (code) {
    case 'not-attached':
      return 'the family is not attached';
    case 'not-closed':
      return 'the family’s case is not closed';
    case 'no-anchor-event':
      return 'the event it counts from has not happened';
    case 'anchor-unknown':
      return 'it is not known when the event it counts from happened';
    case 'calendar-lacks-term':
      return `the school calendar has no dates for ${listInWords(lacking.map(termInWords))}`;
    case 'no-parameter-value':
      return 'the ruleset has no value for this day';
    case 'nothing-to-measure':
      return window?.terms === undefined
        ? 'the period it looks at has no days'
        : `there were no sessions${windowInWords(window)}`;
    case 'too-early':
    case 'nothing-to-nothing':
    case 'rise-from-nothing':
    case undefined:
      return undefined;
  }
}

/** One comparison as a plain sentence: what was found, what the rule asks, and what is missing. */
export function sentence(judged: Judged, compared: Compared): string {
  const { condition, measured } = compared;
  const said = phrases.ofComparison(judged.compiler, condition);
  if (said === undefined) return condition.fact;
  const subject = said.about(who(judged, compared.member));
  const { code, earliest, least, most } = measured;
  if (code === 'too-early') {
    const from = earliest === undefined ? '' : `; it can be judged from ${dayInWords(earliest)}`;
    return `it is too early to judge whether ${asking(subject, said, said.when)}${from}`;
  }
  const hindered = hindrance(measured);
  if (hindered !== undefined)
    return `it cannot be judged whether ${asking(subject, said, said.when)}: ${hindered}`;
  const exact = least !== undefined && least.part === most?.part && least.of === most.of;
  const gaps = exact ? '' : gapsInWords(judged, measured.evidence?.gaps ?? []);
  return `${found(judged, said, compared)}${gaps}`;
}
