import type { Comparison, OperatorName } from '../document/condition.ts';
import { anyWords, counted, numberWords, type Reader } from './values.ts';
import { around, value, type Words } from './words.ts';

type Phrase = (threshold: string) => string;

/** How a threshold is asked for: "3 or more". */
const ofNumbers: Readonly<Record<OperatorName, Phrase>> = {
  equal: (threshold) => `exactly ${threshold}`,
  notEqual: (threshold) => `anything but ${threshold}`,
  lessThan: (threshold) => `less than ${threshold}`,
  lessThanInclusive: (threshold) => `${threshold} or less`,
  greaterThan: (threshold) => `more than ${threshold}`,
  greaterThanInclusive: (threshold) => `${threshold} or more`,
};

/** Things that are counted one by one are fewer, not less. */
const ofThings: Readonly<Record<OperatorName, Phrase>> = {
  ...ofNumbers,
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

/** What a fact comes to: things counted one by one, a share, a time, an age, or a fall as a share. */
export type Amount = 'things' | 'share' | 'time' | 'age' | 'fall';

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

/** What a number is asked to be: "fewer than 3", "15% or more", "26 weeks or more", "under 16". */
export function askedWords(reader: Reader, condition: Comparison, amount: Amount): Words {
  const { operator } = condition;
  switch (amount) {
    case 'things':
      if (operator === 'equal' && condition.value === 0) return value('no');
      return around(ofThings[operator], thresholdWords(reader, condition, String));
    case 'age':
      return around(ofAges[operator], thresholdWords(reader, condition, String));
    case 'time': {
      const unit = lengthUnit(reader, condition);
      const threshold = thresholdWords(reader, condition, (count) => counted(count, unit));
      return around(ofNumbers[operator], threshold);
    }
    case 'share':
    case 'fall':
      return around(
        ofNumbers[operator],
        thresholdWords(reader, condition, (percent) => `${percent}%`),
      );
  }
}

/** The same of a value that is only compared as a number. */
export function askedNumber(operator: OperatorName, threshold: Words): Words {
  return around(ofNumbers[operator], threshold);
}
