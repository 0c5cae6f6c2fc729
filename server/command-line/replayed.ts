import { err, ok, type Result } from '../../engine/index.ts';
import type { Replayed } from '../decisions/replay.ts';
import { documentOf } from '../library/document-text.ts';
import { bytesFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import { failure, type Failure } from './problem.ts';

export interface ReplayOptions {
  /** A file with the family, where the decision was kept without it. */
  readonly family?: string;
  readonly rulesets: string;
}

const exits: Readonly<Record<Replayed['result'], 0 | 1 | 2>> = {
  same: 0,
  'same-result-other-trace': 0,
  different: 1,
  'cannot-be-replayed': 2,
};

/** The worst of what deciding again came to. */
export function exitOf(all: readonly Replayed[]): 0 | 1 | 2 {
  const found = all.map(({ result }) => exits[result]);
  return ([2, 1] as const).find((exit) => found.includes(exit)) ?? 0;
}

/** The family that `--family` names; undefined where it names none. */
export async function familyGiven({ family }: ReplayOptions, io: Io): Promise<Result<unknown, Failure>> {
  if (family === undefined) return ok(undefined);
  const bytes = await bytesFrom(family, io);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${family}\` that can be read`));
  const document = documentOf(bytes.value);
  return document.ok ? document : err(unreadable(family, document.error));
}
