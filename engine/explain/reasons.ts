import type { Condition } from '../document/condition.ts';
import type { Source } from '../document/source.ts';
import type { Reason } from '../decide/decision.ts';
import type { Gap } from '../decide/measured.ts';
import type { Recorded } from '../decide/recorder.ts';
import { FAMILY } from '../decide/run.ts';
import { formatDay } from '../time/civil-date.ts';
import { MET, NOT_APPLICABLE, NOT_MET, UNKNOWN, verdictOf, type Bit } from '../verdict.ts';
import { deciding, type Deciding, type Judged } from './deciding.ts';
import { sentence, who } from './sentence.ts';

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

function settingInWords(value: number | boolean | string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
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
      text: sentence(judged, { condition, member: it.member, measured, threshold }),
      ...baseOf(judged, { ...it, member }, fact?.source ?? threshold?.source),
      ...earliest,
    };
  }
  const name = 'parameter' in condition ? condition.parameter : '';
  const parameter = judged.compiler.ruleset.parameters[name];
  const value = threshold === undefined ? 'no value on this day' : settingInWords(threshold.value);
  return {
    code: codeOf(recorded),
    text: `${parameter?.label ?? name}: ${value}`,
    ...baseOf(judged, it, parameter?.source),
  };
}

const verb: Readonly<Record<Bit, string>> = {
  [MET]: 'is met',
  [NOT_MET]: 'is not met',
  [UNKNOWN]: 'is not known',
  [NOT_APPLICABLE]: 'does not apply',
};

/** The label of a criterion, outcome or route. */
export function labelOf({ compiler }: Judged, id: string): string {
  const { criteria, outcomes, eligibility } = compiler.ruleset;
  return [...criteria, ...outcomes, ...eligibility.routes].find((it) => it.id === id)?.label ?? id;
}

/** One deciding thing as a reason. */
export function reasonOf(judged: Judged, it: Deciding): Reason | undefined {
  const { condition } = it.place;
  switch (it.kind) {
    case 'comparison':
    case 'setting':
      return comparisonReason(judged, it);
    case 'reference': {
      const id = 'condition' in condition ? condition.condition : '';
      const text = `“${labelOf(judged, id)}” ${verb[it.bit]}`;
      return { code: `refers-${verdictOf(it.bit)}`, text, ...baseOf(judged, it, undefined) };
    }
    case 'nobody':
      return {
        code: 'nobody',
        text: 'nobody in the family is one of those this is about',
        ...baseOf(judged, it, undefined),
      };
    case 'may-range':
      return {
        code: 'may-range',
        text: `it is not known whether ${who(judged, it.member)} is one of those this is about`,
        ...baseOf(judged, it, undefined),
      };
    case 'capped':
      return {
        code: 'capped',
        text: 'not enough of these can be met without counting one member too often',
        ...baseOf(judged, it, undefined),
      };
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
