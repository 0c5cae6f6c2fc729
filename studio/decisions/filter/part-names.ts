import { tracePlaces } from '../../engine.ts';
import type { ReadLine, ReadVersion } from '../../reading/read-version.ts';

/** A part of the rules that decisions can be asked for by, and what it is called. */
export interface PartName {
  readonly id: string;
  readonly text: string;
}

export interface PartGroup {
  readonly title: string;
  readonly parts: readonly PartName[];
}

const eligibility: PartGroup = {
  title: 'Eligibility',
  parts: [{ id: 'eligibility', text: 'Eligibility' }],
};

const named = ({ id, label }: { readonly id: string; readonly label: string }): PartName => ({
  id,
  text: label,
});

/** Every condition below a line, as the sentence that it is read as. */
function conditionsBelow({ children }: ReadLine): PartName[] {
  return children.flatMap((line) => [
    ...(line.kind === 'condition' ? [{ id: line.id, text: line.sentence }] : []),
    ...conditionsBelow(line),
  ]);
}

/** The conditions of each thing that is judged, in a group of its own. */
function conditionGroups({ reading, checked }: ReadVersion, textOf: (id: string) => string): PartGroup[] {
  const places = new Set(tracePlaces(checked.ruleset));
  const groups = reading.sections
    .filter(({ id }) => id !== 'parameters' && id !== 'facts')
    .flatMap(({ lines }) => lines)
    .map((line) => ({
      title: `Conditions of “${textOf(line.id)}”`,
      parts: conditionsBelow(line).filter(({ id }) => places.has(id)),
    }));
  return groups.filter(({ parts }) => parts.length > 0);
}

/** The parts of a version that have one verdict of a family: all but its conditions. */
function judgedGroups({ checked: { ruleset } }: ReadVersion): PartGroup[] {
  const outcomes = ruleset.outcomes.flatMap((outcome) => [
    named(outcome),
    ...(outcome.parts ?? []).map(({ id, label }) => ({
      id: `${outcome.id}.${id}`,
      text: `${outcome.label}: ${label}`,
    })),
  ]);
  return [
    eligibility,
    { title: 'Criteria', parts: ruleset.criteria.map(named) },
    { title: 'Routes to eligibility', parts: ruleset.eligibility.routes.map(named) },
    { title: 'Outcomes and their parts', parts: outcomes },
    { title: 'Payments', parts: ruleset.payments.map(named) },
  ].filter(({ parts }) => parts.length > 0);
}

/** What the parts of a version are called; of no version, eligibility alone, which every one has. */
export function partNames(version: ReadVersion | undefined) {
  const judged = version === undefined ? [eligibility] : judgedGroups(version);
  const texts = new Map(judged.flatMap(({ parts }) => parts).map(({ id, text }) => [id, text]));
  const label = (id: string) => texts.get(id) ?? id;
  const conditions = version === undefined ? [] : conditionGroups(version, label);
  for (const { id, text } of conditions.flatMap(({ parts }) => parts))
    if (!texts.has(id)) texts.set(id, text);
  return {
    /** Those that have one verdict of a family. */
    judged,
    /** Those and every condition. */
    all: [...judged, ...conditions],
    textOf: label,
  };
}
export type PartNames = ReturnType<typeof partNames>;
