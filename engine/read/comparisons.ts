import type { Comparison, OperatorName, Setting } from '../document/condition.ts';
import type { Fact } from '../document/fact.ts';
import { operators } from '../decide/compare.ts';
import { ageDayWords, baselineWords, inTermsWords, windowWords } from './periods.ts';
import { anyWords, counted, numberWords, type Reader } from './values.ts';
import { around, plain, say, value, type Words } from './words.ts';

type Phrase = (threshold: string) => string;

/** Things that are counted one by one are fewer, not less. */
const ofThings: Partial<Readonly<Record<OperatorName, Phrase>>> = {
  lessThan: (threshold) => `fewer than ${threshold}`,
  lessThanInclusive: (threshold) => `${threshold} or fewer`,
};

const ofAges: Readonly<Record<OperatorName, Phrase>> = {
  equal: (age) => `aged exactly ${age}`,
  notEqual: (age) => `of any age but ${age}`,
  lessThan: (age) => `under ${age}`,
  lessThanInclusive: (age) => `${age} or younger`,
  greaterThan: (age) => `over ${age}`,
  greaterThanInclusive: (age) => `${age} or older`,
};

/** Both ways of saying something that is or is not so, with a space at each end. */
interface YesNo {
  readonly yes: string;
  readonly no: string;
}

const having: YesNo = { yes: ' has ', no: ' does not have ' };
const havingHad: YesNo = { yes: ' has had ', no: ' has not had ' };
const being: YesNo = { yes: ' is ', no: ' is not ' };
const living: YesNo = { yes: ' lives with the family', no: ' does not live with the family' };

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

/** What a comparison with a yes or no that changes by day ends with. */
function answer(reader: Reader, condition: Comparison): Words {
  if (asksYes(reader, condition) !== undefined) return [];
  const not = condition.operator === 'notEqual' ? 'not ' : '';
  return say`: ${not}${anyWords(reader, condition.value)}`;
}

interface Compared {
  readonly subject: Words;
  readonly fact: Fact;
  readonly condition: Comparison;
}

function yesNoSentence(reader: Reader, { subject, fact, condition }: Compared): Words {
  const end = answer(reader, condition);
  if ('resident' in fact) return say`${subject}${verb(reader, condition, living)}${end}`;
  if ('schoolAge' in fact) {
    const terms = inTermsWords(reader, fact.schoolAge);
    return say`${subject}${verb(reader, condition, being)}of compulsory school age ${terms}${end}`;
  }
  if ('dated' in fact) {
    const done = fact.dated === 'attachedOn' ? 'attached' : 'closed';
    const who = fact.dated === 'attachedOn' ? 'the family' : 'the family’s case';
    return say`${who}${verb(reader, condition, { yes: ' has been ', no: ' has not been ' })}${done}${end}`;
  }
  if ('claimed' in fact) {
    const label = reader.ruleset.payments.find(({ id }) => id === fact.claimed)?.label ?? fact.claimed;
    const been = verb(reader, condition, { yes: ' has been ', no: ' has not been ' });
    return say`the payment “${label}”${been}claimed before${end}`;
  }
  const when = 'window' in fact ? windowWords(reader, fact.window) : [];
  const has = 'window' in fact && !('on' in fact.window) ? havingHad : having;
  return say`${subject}${verb(reader, condition, has)}${fact.label}${when}${end}`;
}

function reductionSentence(
  reader: Reader,
  fact: Extract<Fact, { reduction: unknown }>,
  condition: Comparison,
): Words {
  const threshold = thresholdWords(reader, condition, (percent) => `${percent}%`);
  const asked = around(operators[condition.operator].phrase, threshold);
  const now = windowWords(reader, fact.window);
  return say`${fact.label} is ${asked}${now}, against ${baselineWords(reader, fact.baseline)}`;
}

function thresholdWords(
  reader: Reader,
  { value: given }: Comparison,
  written: (count: number) => string,
): Words {
  if (typeof given === 'boolean' || typeof given === 'string') return anyWords(reader, given);
  return numberWords(reader, given, written);
}

function lengthUnit(reader: Reader, { value: given }: Comparison): string {
  const unit = typeof given === 'object' ? reader.ruleset.parameters[given.parameter]?.unit : undefined;
  return unit === 'weeks' ? 'weeks' : 'days';
}

function numberSentence(reader: Reader, { subject, fact, condition }: Compared): Words {
  const { operator } = condition;
  const { phrase } = operators[operator];
  if ('reduction' in fact) return reductionSentence(reader, fact, condition);
  if ('age' in fact) {
    const asked = around(ofAges[operator], thresholdWords(reader, condition, String));
    return say`${subject} is ${asked}${ageDayWords(reader, fact.age)}`;
  }
  const when = 'window' in fact ? windowWords(reader, fact.window) : [];
  if ('ratio' in fact) {
    const asked = around(
      phrase,
      thresholdWords(reader, condition, (percent) => `${percent}%`),
    );
    return say`${subject} has ${asked} ${fact.label}${when}`;
  }
  if ('length' in fact) {
    const unit = lengthUnit(reader, condition);
    const asked = around(
      phrase,
      thresholdWords(reader, condition, (count) => counted(count, unit)),
    );
    const run = fact.length.measure === 'longest' ? 'in one unbroken run' : 'in all';
    return say`${subject} has had ${asked} of ${fact.label}, ${run},${when}`;
  }
  const none = operator === 'equal' && condition.value === 0;
  const asked = around(ofThings[operator] ?? phrase, thresholdWords(reader, condition, String));
  const has = 'window' in fact && 'on' in fact.window ? 'has' : 'has had';
  return say`${subject} ${has} ${none ? value('no') : asked} ${fact.label}${when}`;
}

function isYesNo(fact: Fact): boolean {
  return ['exists', 'resident', 'schoolAge', 'dated', 'claimed'].some((key) => key in fact);
}

/** One comparison of a fact, about `subject` where the fact is of a member. */
export function comparisonWords(reader: Reader, condition: Comparison, subject: Words): Words {
  const fact = reader.ruleset.facts[condition.fact];
  if (fact === undefined) return plain(condition.fact);
  const about = fact.each === undefined ? plain('the family') : subject;
  const compared = { subject: about, fact, condition };
  return isYesNo(fact) ? yesNoSentence(reader, compared) : numberSentence(reader, compared);
}

/** A condition on the ruleset's own setting. */
export function settingWords(reader: Reader, condition: Setting): Words {
  const { label, unit } = reader.ruleset.parameters[condition.parameter] ?? { label: condition.parameter };
  const literal = condition.value;
  const text = typeof literal === 'number' && unit !== undefined ? writtenIn(unit, literal) : undefined;
  const wanted = text === undefined ? anyWords(reader, literal) : value(text);
  const asked =
    typeof literal === 'number'
      ? around(operators[condition.operator].phrase, wanted)
      : say`${condition.operator === 'equal' ? '' : 'anything but '}${wanted}`;
  const held = anyWords(reader, { parameter: condition.parameter });
  return say`the setting “${label}” is ${asked} (it is set to ${held})`;
}

function writtenIn(unit: string, literal: number): string {
  return unit === 'percent' ? `${literal}%` : String(literal);
}
