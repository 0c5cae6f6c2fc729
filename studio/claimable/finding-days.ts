import type { Rules } from '../decide/asked.ts';
import {
  addDays,
  claimableDays,
  type Claimable,
  compileChecked,
  familyParser,
  formatDay,
  type Needed,
  parseDay,
  readJson,
  stillNeeded,
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
  /** What each payment still needs on the first day. */
  readonly needed: readonly Needed[];
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
  const compiled = compileChecked(rules.checked);
  return {
    ...{ number, until: formatDay(until) },
    payments: claimableDays(compiled, read.value, stretch),
    needed: stillNeeded(compiled, read.value, stretch),
  };
}
