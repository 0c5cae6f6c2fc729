import type { Parameter, ParameterReference } from '../../engine/document/parameter.ts';
import { dayOf, type Day } from './days.ts';
import type { Look } from './question.ts';

export type ParameterValue = NonNullable<Parameter['value']>;

export function parameterOf({ question }: Look, name: string): Parameter {
  const parameter = question.ruleset.parameters[name];
  if (parameter === undefined)
    throw new Error(`invariant: the checker refuses an unknown parameter, ${name}`);
  return parameter;
}

function dayFor({ question, lookedFrom }: Look, by: Parameter['by']): Day | null {
  if (by === 'attachedOn') return question.attachedOn;
  return by === 'asOf' ? question.asOf : lookedFrom;
}

/** The value on the day that the parameter names; undefined where there is none on that day, or no such day. */
export function valueOf(look: Look, name: string): ParameterValue | undefined {
  const { value, values, by } = parameterOf(look, name);
  if (value !== undefined) return value;
  const day = dayFor(look, by);
  if (day === null) return undefined;
  const begun = (values ?? []).filter(({ from }) => dayOf(from) <= day);
  const latest = begun.toSorted((a, b) => dayOf(a.from) - dayOf(b.from)).at(-1);
  if (latest?.to !== undefined && dayOf(latest.to) <= day) return undefined;
  return latest?.value;
}

/** A value written in place, or that of the parameter it names. */
export function resolved(look: Look, given: ParameterValue | ParameterReference): ParameterValue | undefined {
  if (typeof given === 'object' && 'parameter' in given) return valueOf(look, given.parameter);
  return given;
}

export function numberOf(look: Look, given: number | ParameterReference): number | undefined {
  const value = resolved(look, given);
  if (value !== undefined && typeof value !== 'number') throw new Error('invariant: the checker fits units');
  return value;
}

export function yesNoOf(look: Look, given: boolean | ParameterReference): boolean | undefined {
  const value = resolved(look, given);
  if (value !== undefined && typeof value !== 'boolean') throw new Error('invariant: the checker fits units');
  return value;
}

export function isReference(value: unknown): value is ParameterReference {
  return typeof value === 'object' && value !== null && 'parameter' in value;
}

/** The names of every parameter mentioned anywhere inside a piece of a document. */
export function parametersIn(piece: unknown): string[] {
  if (typeof piece !== 'object' || piece === null) return [];
  const own = isReference(piece) && typeof piece.parameter === 'string' ? [piece.parameter] : [];
  return [...own, ...Object.values(piece).flatMap(parametersIn)];
}
