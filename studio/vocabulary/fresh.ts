import { idOf, isObject, listOf, memberOf, textOf, textsOf } from '../editor/value.ts';
import type { Change, Path } from '../draft/editing.ts';
import { naming } from './naming.ts';

/** Labels with an id each, proposed from it; none has that of another. */
export function valuesOf(
  labels: readonly string[],
): readonly { readonly id: string; readonly label: string }[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const id = naming.value.propose(label, taken) || naming.value.propose(`value ${taken.size + 1}`, taken);
    taken.add(id);
    return { id, label };
  });
}

/** The lines of a text that say something. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const own: Readonly<Record<string, (values: readonly unknown[]) => object>> = {
  kind: (values) => ({ values }),
  count: () => ({ unit: 'times' }),
};

/** A field of a type, with nothing said that need not be; a choice has these values. */
export const freshField = (type: string, label: string, values: readonly unknown[] = []): object => ({
  type,
  label,
  ...own[type]?.(values),
});

/** A field as one of another type: what both can say of themselves stays. */
export function asType(field: unknown, type: string): object {
  const kept = ['required', 'nullable'].filter((name) => memberOf(field, name) !== undefined);
  return {
    ...freshField(type, textOf(memberOf(field, 'label')), listOf(memberOf(field, 'values'))),
    ...Object.fromEntries(kept.map((name) => [name, memberOf(field, name)])),
  };
}

interface Renaming {
  /** Of the record type that the field is of. */
  readonly path: Path;
  readonly limits: unknown;
  readonly from: string;
  readonly to: string;
}

/** Gives a field another name, in the limits that name it too. */
export function renameField({ path, limits, from, to }: Renaming): readonly Change[] {
  const named = (name: string) => (name === from ? to : name);
  const changed = listOf(limits).map((limit) =>
    isObject(limit)
      ? {
          ...limit,
          sum: textsOf(memberOf(limit, 'sum')).map(named),
          atMost: named(textOf(memberOf(limit, 'atMost'))),
        }
      : limit,
  );
  const isNamed = listOf(limits).some(
    (limit) => textsOf(memberOf(limit, 'sum')).includes(from) || memberOf(limit, 'atMost') === from,
  );
  return [
    { rename: [...path, 'fields', from], to },
    ...(isNamed ? [{ set: [...path, 'limits'], value: changed }] : []),
  ];
}

/** The ids of a list, but for that of one of them. */
export const idsBut = (list: unknown, but?: number): ReadonlySet<string> =>
  new Set(listOf(list).flatMap((one, at) => (at === but ? [] : [idOf(one)])));
