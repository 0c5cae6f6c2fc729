import type { Comparison } from '../document/condition.ts';
import type { Fact } from '../document/fact.ts';
import { operators } from '../decide/compare.ts';
import type { Gap, Measured, Threshold } from '../decide/measured.ts';
import { FAMILY } from '../decide/run.ts';
import type { Judged } from './deciding.ts';
import {
  dayInWords,
  listInWords,
  percentInWords,
  rangeInWords,
  spanInWords,
  termInWords,
  termsInWords,
  windowInWords,
} from './words.ts';

/** A comparison to be put in words. */
export interface Compared {
  readonly condition: Comparison;
  readonly member: number;
  readonly measured: Measured;
  readonly threshold: Threshold | undefined;
}

export function who({ run }: Judged, member: number): string {
  return member === FAMILY ? 'the family' : (run.family.members[member]?.id ?? 'a member');
}

function unitAfter(fact: Fact, parameterUnit: string | undefined): string {
  if ('ratio' in fact || 'reduction' in fact) return '%';
  if ('length' in fact) return parameterUnit === 'weeks' ? ' weeks' : ' days';
  return '';
}

/** "the rule asks for 3 or more". */
function asked(judged: Judged, fact: Fact, { condition, threshold }: Compared): string {
  if (threshold === undefined) return 'the rule has no value for this day';
  const { parameters } = judged.compiler.ruleset;
  const unit = threshold.parameter === undefined ? undefined : parameters[threshold.parameter]?.unit;
  return `the rule asks for ${operators[condition.operator].phrase(`${String(threshold.value)}${unitAfter(fact, unit)}`)}`;
}

/** Being something of a member, or having something. */
function verbs(fact: Fact): { readonly yes: string; readonly no: string; readonly either: string } {
  const being = 'resident' in fact || 'schoolAge' in fact;
  return being
    ? { yes: 'is', no: 'is not', either: 'is' }
    : { yes: 'has', no: 'does not have', either: 'has' };
}

function yesNoSentence(subject: string, fact: Fact, measured: Measured): string {
  const { least, most } = measured;
  const within = windowInWords(measured.window);
  const { yes, no, either } = verbs(fact);
  if (least === undefined || least.part !== most?.part) {
    return `it is not known whether ${subject} ${either} ${fact.label}${within}`;
  }
  return `${subject} ${least.part === 1 ? yes : no} ${fact.label}${within}`;
}

function reductionSentence(subject: string, fact: Fact, { counts, window }: Measured): string {
  if (counts === undefined) return `${fact.label} of ${subject} cannot be measured`;
  const { current, baseline } = counts;
  const now = rangeInWords(current.least, current.most);
  const before = rangeInWords(baseline.least, baseline.most);
  const exact = current.least === current.most && baseline.least === baseline.most && baseline.least > 0;
  const change = exact
    ? ` (${percentInWords({ part: Math.abs(baseline.least - current.least), of: baseline.least })} ${current.least > baseline.least ? 'up' : 'down'})`
    : '';
  return `${fact.label}: ${now}${windowInWords(window)}, against ${before} ${spanInWords(counts.baselineSpan)}${change}`;
}

/** What the fact was found to be, as a sentence without its threshold. */
function found(subject: string, fact: Fact, measured: Measured): string {
  const { least, most, window } = measured;
  const within = windowInWords(window);
  if ('reduction' in fact) return reductionSentence(subject, fact, measured);
  if (least === undefined || most === undefined) return `${fact.label} of ${subject} is not known${within}`;
  if ('ratio' in fact) {
    const exact = least.part === most.part && least.of === most.of;
    const value = exact
      ? `${percentInWords(least)} (${least.part} of ${least.of})`
      : `${percentInWords(least)} to ${percentInWords(most)}`;
    return `${fact.label} of ${subject} is ${value}${within}`;
  }
  const number = rangeInWords(least.part, most.part);
  if ('count' in fact) return `${subject} has ${number} ${fact.label}${within}`;
  return 'age' in fact
    ? `${subject} is ${number} years old`
    : `${subject} has ${number} days of ${fact.label}${within}`;
}

/** Gaps of one member and type, with their terms together. */
function gathered(gaps: readonly Gap[]): Gap[] {
  const byKey = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = gap.terms === undefined ? `${byKey.size}` : `${gap.recordType ?? ''}@${gap.member}`;
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined ? gap : { ...gap, terms: [...(before.terms ?? []), ...(gap.terms ?? [])] },
    );
  }
  return [...byKey.values()];
}

function gapInWords(judged: Judged, gap: Gap): string {
  const { recordTypes } = judged.compiler.vocabulary;
  const label = gap.recordType === undefined ? undefined : recordTypes[gap.recordType]?.label;
  const name = label?.many ?? gap.recordType ?? '';
  const of = who(judged, gap.member);
  if (gap.span !== undefined) return `nothing is known of ${name} of ${of} ${spanInWords(gap.span)}`;
  if (gap.terms !== undefined)
    return `${name} of ${of}: missing for ${listInWords(gap.terms.map(termInWords))}`;
  if (gap.record !== undefined)
    return `\`${gap.field ?? ''}\` is not given in record ${gap.record.index + 1} of ${name}`;
  return `${gap.field === 'dateOfBirth' ? `the date of birth of ${of}` : `whether ${of} lives with the family`} is not given`;
}

/** "; term attendance of m2: missing for autumn term 2012/13". */
export function gapsInWords(judged: Judged, gaps: readonly Gap[]): string {
  const together = gathered(gaps);
  const said = together.slice(0, 3).map((gap) => gapInWords(judged, gap));
  if (together.length > said.length) said.push(`${together.length - said.length} more are missing`);
  return said.length === 0 ? '' : `; ${said.join('; ')}`;
}

function settledSentence(subject: string, fact: Fact, measured: Measured): string | undefined {
  switch (measured.code) {
    case 'too-early': {
      const from =
        measured.earliest === undefined ? '' : `; it can be judged from ${dayInWords(measured.earliest)}`;
      return `it is too early to judge ${fact.label}: the period it looks at has not wholly passed${from}`;
    }
    case 'not-attached':
      return `${fact.label} cannot be judged: the family is not attached`;
    case 'not-closed':
      return `${fact.label} cannot be judged: the family's case is not closed`;
    case 'no-anchor-event':
      return `${fact.label} cannot be judged: the event it counts from has not happened`;
    case 'anchor-unknown':
      return `${fact.label} cannot be judged: it is not known when the event it counts from happened`;
    case 'calendar-lacks-term':
      return `the school calendar has no dates for ${listInWords((measured.lacking ?? []).map((term) => termsInWords([term])))}`;
    case 'nothing-to-measure':
      if ('reduction' in fact) return `${fact.label} cannot be judged: the period it looks at has no days`;
      return `${subject} had no sessions to measure ${fact.label} by${windowInWords(measured.window)}`;
    case 'nothing-to-nothing':
    case 'rise-from-nothing':
    case 'no-parameter-value':
    case undefined:
      return undefined;
  }
}

/** One comparison as a plain sentence: what was found, what the rule asks, and what is missing. */
export function sentence(judged: Judged, compared: Compared): string {
  const { condition, measured } = compared;
  const fact = judged.compiler.ruleset.facts[condition.fact];
  if (fact === undefined) return condition.fact;
  const subject = who(judged, fact.each === undefined ? FAMILY : compared.member);
  const settled = settledSentence(subject, fact, measured);
  if (settled !== undefined) return settled;
  const gaps = gapsInWords(judged, measured.evidence?.gaps ?? []);
  const missing =
    measured.least?.part === measured.most?.part &&
    measured.least?.of === measured.most?.of &&
    measured.least !== undefined
      ? ''
      : gaps;
  if (typeof compared.threshold?.value === 'boolean')
    return `${yesNoSentence(subject, fact, measured)}${missing}`;
  return `${found(subject, fact, measured)}; ${asked(judged, fact, compared)}${missing}`;
}
