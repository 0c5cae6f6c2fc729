import type { MeasuredWindow } from '../decide/measured.ts';
import type { Fact } from '../document/fact.ts';
import { inTermsInWords, windowInWords } from './figures.ts';
import { ageDayWords, baselineWords, inTermsWords, windowWords } from './periods.ts';
import type { Amount } from './thresholds.ts';
import type { Reader } from './values.ts';
import { plain, say, type Words } from './words.ts';

/** Both ways of saying something that is or is not so, with a space before, and after where more follows. */
export interface YesNo {
  readonly yes: string;
  readonly no: string;
}

const having: YesNo = { yes: ' has ', no: ' does not have ' };
const havingHad: YesNo = { yes: ' has had ', no: ' has not had ' };
const being: YesNo = { yes: ' is ', no: ' is not ' };
const beingDone: YesNo = { yes: ' has been ', no: ' has not been ' };
const living: YesNo = { yes: ' lives with the family', no: ' does not live with the family' };

/**
 * The sentence of one fact: subject, verb, amount, what it is an amount of, when. A rule is read with what it asks for in
 * the place of the amount and of the time, a reason with what was found.
 */
export interface Frame {
  /** What it is about, where `whom` is the member spoken of: that member, the family, or something of theirs. */
  readonly subject: (whom: Words) => Words;
  readonly verb: YesNo;
  /** Nothing where the fact is a yes or a no. */
  readonly amount: Amount | undefined;
  /** With a space before it where an amount is. */
  readonly of: Words;
  /** As the rule looks, with a space before it. */
  readonly when: Words;
  /** As it was found, with a space before it. */
  readonly found: (window: MeasuredWindow) => string;
}

/** What kinds of fact differ in. */
type Own = Omit<Frame, 'subject' | 'found'> & Partial<Frame>;

type Windowed = Extract<
  Fact,
  { count: string } | { exists: string } | { ratio: object } | { length: object }
>;

function windowedFrame(reader: Reader, fact: Windowed): Own {
  const when = windowWords(reader, fact.window);
  const has = 'on' in fact.window ? having : havingHad;
  if ('exists' in fact) return { verb: has, amount: undefined, of: plain(fact.label), when };
  if ('count' in fact) return { verb: has, amount: 'things', of: plain(` ${fact.label}`), when };
  if ('ratio' in fact) return { verb: having, amount: 'share', of: plain(` ${fact.label}`), when };
  const run = fact.length.measure === 'longest' ? 'in one unbroken run' : 'in all';
  return { verb: havingHad, amount: 'time', of: plain(` of ${fact.label}, ${run},`), when };
}

type Plain = Exclude<Fact, Windowed>;

function plainFrame(reader: Reader, fact: Plain): Own {
  if ('reduction' in fact) {
    const when = say`${windowWords(reader, fact.window)}, against ${baselineWords(reader, fact.baseline)}`;
    const fall = plain(fact.label);
    const subject = (whom: Words) => (fact.each === undefined ? fall : say`${fall} of ${whom}`);
    return { subject, verb: being, amount: 'fall', of: [], when };
  }
  if ('age' in fact) return { verb: being, amount: 'age', of: [], when: ageDayWords(reader, fact.age) };
  if ('resident' in fact) return { verb: living, amount: undefined, of: [], when: [] };
  if ('schoolAge' in fact) {
    const when = say` ${inTermsWords(reader, fact.schoolAge)}`;
    return {
      verb: being,
      amount: undefined,
      of: plain('of compulsory school age'),
      when,
      found: inTermsInWords,
    };
  }
  if ('dated' in fact) {
    const attached = fact.dated === 'attachedOn';
    const subject = () => plain(attached ? 'the family' : 'the family’s case');
    return {
      subject,
      verb: beingDone,
      amount: undefined,
      of: plain(attached ? 'attached' : 'closed'),
      when: [],
    };
  }
  const label = reader.ruleset.payments.find(({ id }) => id === fact.claimed)?.label ?? fact.claimed;
  const subject = () => plain(`the payment “${label}”`);
  return { subject, verb: beingDone, amount: undefined, of: plain('claimed before'), when: [] };
}

export function frameOf(reader: Reader, fact: Fact): Frame {
  const subject = (whom: Words) => (fact.each === undefined ? plain('the family') : whom);
  const windowed = 'count' in fact || 'exists' in fact || 'ratio' in fact || 'length' in fact;
  return {
    subject,
    found: windowInWords,
    ...(windowed ? windowedFrame(reader, fact) : plainFrame(reader, fact)),
  };
}
