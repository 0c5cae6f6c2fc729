import type { Trace, TracedNode } from '../decide/decision.ts';
import { unitOf } from '../decide/facts.ts';
import { UNBOUNDED, type Fraction, type Measured } from '../decide/measured.ts';
import { FAMILY } from '../decide/run.ts';
import type { Condition } from '../document/condition.ts';
import type { Fact } from '../document/fact.ts';
import type { Place } from '../document/places.ts';
import { BEFORE_ALL, type FamilyRecord } from '../family/family.ts';
import { step } from '../pointer.ts';
import { formatDay } from '../time/civil-date.ts';
import { verdictOf } from '../verdict.ts';
import type { Judged } from './deciding.ts';
import { reasonOf } from './reasons.ts';

/** Verdicts of everything that has one, by id, or `id@member` inside a quantifier. */
export function verdictMap({ compiler, run }: Judged): Trace['verdicts'] {
  const verdicts: Trace['verdicts'] = {};
  for (const id of compiler.slots.single) {
    const bit = compiler.slots.read(run, id, FAMILY);
    if (bit !== 0) verdicts[id] = verdictOf(bit);
  }
  for (const id of compiler.slots.perMember) {
    for (const member of run.family.members) {
      const bit = compiler.slots.read(run, id, member.index);
      if (bit !== 0) verdicts[`${id}@${member.id}`] = verdictOf(bit);
    }
  }
  return verdicts;
}

function kindOf(condition: Condition): string {
  const kinds = ['all', 'any', 'not', 'atLeast', 'some', 'every', 'condition', 'fact', 'parameter'];
  return kinds.find((kind) => kind in condition) ?? 'condition';
}

function display(fact: Fact, value: Fraction): number | boolean | null {
  const unit = unitOf(fact);
  if (unit === 'yes-no') return value.part === 1;
  if (value.of === 0 || value.part >= UNBOUNDED) return null;
  return unit === 'hundredths' ? Math.round((10_000 * value.part) / value.of) : value.part;
}

function valueOf(fact: Fact, { least, most }: Measured): Pick<TracedNode, 'value'> {
  if (least === undefined || most === undefined) return {};
  const exact = unitOf(fact) === 'hundredths';
  const unit = exact ? 'hundredths-of-percent' : unitOf(fact);
  const fractions = exact
    ? {
        leastFraction: [least.part, least.of] as [number, number],
        mostFraction: [most.part, most.of] as [number, number],
      }
    : {};
  return { value: { unit, least: display(fact, least), most: display(fact, most), ...fractions } };
}

function windowOf({ run }: Judged, { window }: Measured): Pick<TracedNode, 'window'> {
  if (window === undefined) return {};
  const { span, terms } = window;
  const opens = span.from <= BEFORE_ALL ? null : formatDay(span.from);
  const byTerms = terms === undefined ? {} : { terms: [...terms], calendar: run.calendar.id };
  return { window: { opens, closes: formatDay(span.to), ...byTerms } };
}

function pointers(recordType: string | undefined, records: readonly FamilyRecord[]): string[] {
  return records.map(({ index }) => step(step('/records', recordType ?? ''), index));
}

function measuredNode(judged: Judged, fact: Fact, measured: Measured): Partial<TracedNode> {
  const { evidence } = measured;
  return {
    label: fact.label,
    ...valueOf(fact, measured),
    ...windowOf(judged, measured),
    ...(evidence === undefined
      ? {}
      : {
          witnesses: pointers(evidence.recordType, evidence.counted),
          possibleWitnesses: pointers(evidence.recordType, evidence.possible),
        }),
  };
}

function tracedPlace(judged: Judged, place: Place, member: number): TracedNode | undefined {
  const { compiler, run } = judged;
  const { condition, id } = place;
  const bit = compiler.slots.read(run, id, member);
  if (bit === 0) return undefined;
  const owner = run.family.members[member]?.id;
  const base: TracedNode = {
    node: id,
    ...(owner === undefined ? {} : { member: owner }),
    verdict: verdictOf(bit),
    kind: kindOf(condition),
    ...(condition.label === undefined ? {} : { label: condition.label }),
    ...(condition.source === undefined ? {} : { source: condition.source }),
  };
  const recorded = run.recorder?.at(id, member);
  if (recorded === undefined) return base;
  const { measured, threshold } = recorded;
  const fact = 'fact' in condition ? compiler.ruleset.facts[condition.fact] : undefined;
  const reason = reasonOf(judged, {
    kind: fact === undefined ? 'setting' : 'comparison',
    place,
    member,
    bit,
  });
  return {
    ...base,
    ...('fact' in condition ? { fact: condition.fact } : {}),
    ...('operator' in condition ? { operator: condition.operator } : {}),
    ...(threshold === undefined ? {} : { threshold: threshold.value }),
    ...(threshold?.parameter === undefined ? {} : { parameter: threshold.parameter }),
    ...(threshold?.source === undefined ? {} : { parameterSource: threshold.source }),
    ...(fact === undefined || measured === undefined ? {} : measuredNode(judged, fact, measured)),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** How every place came to its verdict, in the order of the document; inside a quantifier once for each member judged. */
export function tracedNodes(judged: Judged): TracedNode[] {
  const members = judged.run.family.members.map(({ index }) => index);
  return judged.compiler.slots.places.flatMap((place) =>
    (place.quantified ? members : [FAMILY]).flatMap((member) => tracedPlace(judged, place, member) ?? []),
  );
}
