import type { Rules } from '../decide/asked.ts';
import {
  addDays,
  claimableDays,
  type Claimable,
  compileChecked,
  familyParser,
  formatDay,
  parseDay,
  readJson,
} from '../engine.ts';

/** Three years: days looked ahead. */
export const lookedAhead = 1096;

/** A family of which it is asked when it can first be claimed for. */
export interface Wondered {
  /** A number of its own, so that an answer is known by it. */
  readonly number: number;
  readonly rules: Rules;
  /** JSON that the rules can read. */
  readonly family: string;
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
}

export interface DaysFound {
  readonly number: number;
  /** The last day asked about. */
  readonly until: string;
  readonly payments: readonly Claimable[];
}

/** Finds the days of one family. What is asked was decided before, so that it can be read. */
export function findDays({ number, rules, family, asOf, restateAttachment }: Wondered): DaysFound {
  const json = readJson(family);
  const read = json.ok ? familyParser(rules.checked.vocabulary)(json.value) : undefined;
  const first = parseDay(asOf);
  const restated = restateAttachment === undefined ? undefined : parseDay(restateAttachment);
  if (read?.ok !== true || first === undefined)
    throw new Error('invariant: only what was decided is asked about');
  const until = addDays(first, lookedAhead);
  const stretch = {
    ...{ asOf: first, until },
    ...(restated === undefined ? {} : { restateAttachment: restated }),
  };
  const payments = claimableDays(compileChecked(rules.checked), read.value, stretch);
  return { number, until: formatDay(until), payments };
}
