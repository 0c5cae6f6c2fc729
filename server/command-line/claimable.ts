import { claimableOf, type ClaimableQuestion, lastDay, neededOf, noLastDay } from '../library/claimable.ts';
import { familyFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

export interface ClaimableOptions extends ClaimableQuestion {
  readonly ruleset: string;
  readonly rulesets: string;
}

/** Looks ahead for one family. */
const aheadCommand =
  (find: typeof claimableOf | typeof neededOf) =>
  async (file: string, options: ClaimableOptions, io: Io): Promise<Outcome> => {
    const until = lastDay(options);
    if (until === undefined) return failure('usage', `${noLastDay}: \`--until ${options.until ?? ''}\``);
    const given = await familyFrom(file, options, io);
    if (!given.ok) return given.error;
    const { version, document } = given.value;
    const { asOf, restateAttachment } = options;
    const found = find(version, document, { asOf, until, restateAttachment });
    return found.ok ? { exit: 0, output: found.value } : unreadable(file, found.error);
  };

/** Finds when each payment can first be claimed for one family. */
export const claimableCommand = aheadCommand(claimableOf);
/** Finds what each payment still needs for one family. */
export const neededCommand = aheadCommand(neededOf);
