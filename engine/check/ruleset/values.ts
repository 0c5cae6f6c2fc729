import type { Parameter } from '../../document/parameter.ts';
import { step } from '../../pointer.ts';
import { entry, type Rules } from './context.ts';

export type ParameterValue = NonNullable<Parameter['value']>;

/** Every value a parameter has on some day, and where it is written. */
export function valuesOf(
  { ruleset }: { readonly ruleset: Pick<Rules['ruleset'], 'parameters'> },
  id: string,
): { readonly value: ParameterValue; readonly pointer: string }[] {
  const parameter = entry(ruleset.parameters, id);
  if (parameter === undefined) return [];
  const place = step('/parameters', id);
  const always = parameter.value === undefined ? [] : [{ value: parameter.value, pointer: `${place}/value` }];
  const dated = (parameter.values ?? []).map(({ value }, at) => ({
    value,
    pointer: `${place}/values/${at}/value`,
  }));
  return [...always, ...dated];
}
