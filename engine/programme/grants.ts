import { Parameters } from '../decide/parameters.ts';
import type { Grant } from '../document/payment.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { parseDay } from '../time/civil-date.ts';

/** What an authority is paid beside its claims, as a version says it. */
export interface GrantOn extends Pick<Grant, 'id' | 'label' | 'each'> {
  /** Null where no value is in force on the day. */
  readonly pence: number | null;
}

/** The grants of a version, each by its value on a day; one that goes by an attachment has none, as no family is attached. */
export function grantsOn(ruleset: Pick<Ruleset, 'parameters' | 'grants'>, day: string): GrantOn[] {
  const asOf = parseDay(day);
  if (asOf === undefined) throw new Error('invariant: a claim has civil days');
  const parameters = new Parameters(ruleset);
  const on = { asOf, attachedOn: null, looks: { attachment: asOf, asOf } };
  return (ruleset.grants ?? []).map(({ id, label, each, amount }) => ({
    ...{ id, label, each },
    pence: parameters.number(amount)(on, { looksFrom: 'asOf', member: -1 }) ?? null,
  }));
}
