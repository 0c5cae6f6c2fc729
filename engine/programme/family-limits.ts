import { Parameters } from '../decide/parameters.ts';
import type { View } from '../decide/run.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { type Day, parseDay } from '../time/civil-date.ts';

/** A payment that an authority is paid for so many families at most. */
export interface FamilyLimit {
  readonly payment: string;
  /** For how many, of a family attached on a day and claimed for on another; undefined where no value is in force. */
  readonly mostOn: (family: { readonly attachedOn: string; readonly asOf: string }) => number | undefined;
}

/** As a payment’s rate is read. */
const view: View = { looksFrom: 'asOf', member: -1 };

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error('invariant: a claim has civil days');
  return day;
}

/** The payments of a ruleset that are limited to so many families of an authority. */
export function familyLimits(ruleset: Pick<Ruleset, 'parameters' | 'payments'>): FamilyLimit[] {
  const parameters = new Parameters(ruleset);
  return ruleset.payments.flatMap(({ id, families }) => {
    if (families === undefined) return [];
    const most = parameters.number(families.atMost);
    const mostOn: FamilyLimit['mostOn'] = (family) => {
      const [attachedOn, asOf] = [dayOf(family.attachedOn), dayOf(family.asOf)];
      return most({ attachedOn, asOf, looks: { attachment: attachedOn, asOf } }, view);
    };
    return [{ payment: id, mostOn }];
  });
}
