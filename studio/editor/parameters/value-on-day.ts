import { entriesOf, listOf, memberOf, textOf } from '../value.ts';

/** One value of a parameter and the days on which it holds: `to` is the first day outside. */
export interface Held {
  readonly value: unknown;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Its place in the list of values; undefined for the one value of every day. */
  readonly at: number | undefined;
}

/** Every value of a parameter: each holds until its own end, or until the next begins. */
export function heldBy(parameter: unknown): readonly Held[] {
  const values = listOf(memberOf(parameter, 'values'));
  if (values.length === 0)
    return [{ value: memberOf(parameter, 'value'), from: undefined, to: undefined, at: undefined }];
  return values.map((one, at) => {
    const next = textOf(memberOf(values[at + 1], 'from'));
    const own = textOf(memberOf(one, 'to'));
    const to = own === '' ? next : own;
    return {
      value: memberOf(one, 'value'),
      from: textOf(memberOf(one, 'from')),
      to: to === '' ? undefined : to,
      at,
    };
  });
}

/** What holds on a day, or nothing: before the first value there is none. */
export function heldOn(parameter: unknown, day: string): Held | undefined {
  return heldBy(parameter).findLast(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to),
  );
}

/** How often each parameter is named by the rules. */
export function usesOf(document: unknown): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const look = (value: unknown) => {
    const named = memberOf(value, 'parameter');
    if (typeof named === 'string' && !Array.isArray(value)) uses.set(named, (uses.get(named) ?? 0) + 1);
    for (const one of listOf(value)) look(one);
    for (const [, inner] of entriesOf(value)) look(inner);
  };
  look(document);
  return uses;
}
