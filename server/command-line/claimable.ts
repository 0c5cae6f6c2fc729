import { claimableOf, type ClaimableQuestion, lastDay, noLastDay } from '../library/claimable.ts';
import { familyFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

export interface ClaimableOptions extends ClaimableQuestion {
  readonly ruleset: string;
  readonly rulesets: string;
}

/** Finds when each payment can first be claimed for one family. */
export async function claimableCommand(file: string, options: ClaimableOptions, io: Io): Promise<Outcome> {
  const until = lastDay(options);
  if (until === undefined) return failure('usage', `${noLastDay}: \`--until ${options.until ?? ''}\``);
  const given = await familyFrom(file, options, io);
  if (!given.ok) return given.error;
  const { version, document } = given.value;
  const { asOf, restateAttachment } = options;
  const found = claimableOf(version, document, { asOf, until, restateAttachment });
  return found.ok ? { exit: 0, output: found.value } : unreadable(file, found.error);
}
