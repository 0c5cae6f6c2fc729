import type { Condition } from '../document/condition.ts';
import type { Place } from '../document/places.ts';
import type { Source } from '../document/source.ts';
import type { Reason } from '../decide/decision.ts';
import type { Gap } from '../decide/measured.ts';
import type { Recorded } from '../decide/recorder.ts';
import { FAMILY } from '../decide/run.ts';
import { formatDay } from '../time/civil-date.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, verdictOf, type Bit } from '../verdict.ts';
import { deciding, type Deciding, type Judged } from './deciding.ts';
import { heldText } from '../read/values.ts';
import { who } from './gaps.ts';
import { phrases } from './phrases.ts';
import { sentence } from './sentence.ts';

function missingCode(gaps: readonly Gap[]): string {
  const [gap] = gaps;
  if (gap?.span !== undefined) return 'records-missing';
  if (gap?.terms !== undefined) return 'terms-missing';
  if (gap?.field === 'dateOfBirth') return 'date-of-birth-missing';
  return gap?.field === 'resident' ? 'residency-missing' : 'field-missing';
}

/** The stable code of one comparison's verdict. */
function codeOf({ bit, measured, threshold }: Recorded): string {
  if (measured?.code !== undefined && (bit !== UNKNOWN || measured.code !== 'nothing-to-nothing'))
    return measured.code;
  if (bit === UNKNOWN)
    return threshold === undefined ? 'no-parameter-value' : missingCode(measured?.evidence?.gaps ?? []);
  return bit === MET ? 'met' : 'not-met';
}

interface Base {
  readonly node: string;
  readonly member?: string;
  readonly source?: Source;
}

function baseOf(judged: Judged, { place, member }: Deciding, source: Source | undefined): Base {
  const id = member === FAMILY ? undefined : judged.run.family.members[member]?.id;
  const own = place.condition.source ?? source;
  return {
    node: place.id,
    ...(id === undefined ? {} : { member: id }),
    ...(own === undefined ? {} : { source: own }),
  };
}

function settingReason(judged: Judged, it: Deciding, recorded: Recorded): Reason | undefined {
  const { condition } = it.place;
  if (!('parameter' in condition)) return undefined;
  const { compiler } = judged;
  const { about, asks } = phrases.ofSetting(compiler, condition);
  const value = recorded.threshold?.value;
  const held =
    value === undefined ? 'has no value on this day' : `is ${heldText(compiler, condition.parameter, value)}`;
  return {
    code: codeOf(recorded),
    text: `${about} ${held}; the rule asks for ${asks}`,
    ...baseOf(judged, it, compiler.ruleset.parameters[condition.parameter]?.source),
  };
}

function comparisonReason(judged: Judged, it: Deciding): Reason | undefined {
  const { condition } = it.place;
  const recorded = judged.run.recorder?.at(it.place.id, it.place.quantified ? it.member : FAMILY);
  if (recorded === undefined) return undefined;
  const { measured, threshold } = recorded;
  if ('fact' in condition && measured !== undefined) {
    const fact = judged.compiler.ruleset.facts[condition.fact];
    const earliest = measured.earliest === undefined ? {} : { earliest: formatDay(measured.earliest) };
    const member = fact?.each === undefined ? FAMILY : it.member;
    return {
      code: codeOf(recorded),
      text: sentence(judged, { condition, member: it.member, bit: recorded.bit, measured, threshold }),
      ...baseOf(judged, { ...it, member }, fact?.source ?? threshold?.source),
      ...earliest,
    };
  }
  return settingReason(judged, it, recorded);
}

const referring: Readonly<Record<Bit, (referred: string) => string>> = {
  [MET]: (referred) => `${referred} is met`,
  [NOT_MET]: (referred) => `${referred} is not met`,
  [UNKNOWN]: (referred) => `it is not known whether ${referred} is met`,
  [NOT_APPLICABLE]: (referred) => `${referred} does not apply`,
};

/** What a quantifier ranges over, "child of compulsory school age in any of the last 3 completed terms", without an article. */
function peopleOf({ compiler }: Judged, { condition }: Place): string {
  if (!('satisfies' in condition)) return 'member';
  return phrases.ofPeople(compiler, 'some' in condition ? condition.some : condition.every);
}

function cappedText({ compiler }: Judged, { place: { condition }, bit }: Deciding): string {
  const enough =
    bit === UNKNOWN ? 'it is not known whether enough of these hold' : 'not enough of these hold';
  return 'atLeast' in condition ? `${enough}: ${phrases.ofAtLeast(compiler, condition)}` : enough;
}

/** One deciding thing as a reason. */
export function reasonOf(judged: Judged, it: Deciding): Reason | undefined {
  const { condition } = it.place;
  switch (it.kind) {
    case 'comparison':
    case 'setting':
      return comparisonReason(judged, it);
    case 'reference': {
      const referred = 'condition' in condition ? phrases.ofReference(judged.compiler, condition) : '';
      return {
        code: `refers-${verdictOf(it.bit)}`,
        text: referring[it.bit](referred),
        ...baseOf(judged, it, undefined),
      };
    }
    case 'nobody':
      return {
        code: 'nobody',
        text: `the family has no ${peopleOf(judged, it.place)}`,
        ...baseOf(judged, it, undefined),
      };
    case 'may-range': {
      const text = `it is not known whether ${who(judged, it.member)} is one of these: ${peopleOf(judged, it.place)}`;
      return { code: 'may-range', text, ...baseOf(judged, it, undefined) };
    }
    case 'capped':
      return { code: 'capped', text: cappedText(judged, it), ...baseOf(judged, it, undefined) };
  }
}

/** Each reason once; of those that wait for the same day, the first alone, since a trace has them all. */
export function once(reasons: readonly Reason[]): Reason[] {
  const kept = new Map<string, Reason>();
  for (const reason of reasons) {
    const waits = reason.code === 'too-early' && reason.earliest !== undefined;
    const key = waits ? `until ${reason.earliest ?? ''}` : `${reason.node}@${reason.member ?? ''}`;
    if (!kept.has(key)) kept.set(key, reason);
  }
  return [...kept.values()];
}

/** Reasons for a condition's verdict, each once, in the order of the rule. */
export function reasonsFor(judged: Judged, condition: Condition | undefined): Reason[] {
  if (condition === undefined) return [];
  return once([...deciding(judged, condition, FAMILY)].flatMap((it) => reasonOf(judged, it) ?? []));
}
