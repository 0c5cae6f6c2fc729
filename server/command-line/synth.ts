import {
  checkSyntheticProfile,
  err,
  ok,
  type RateName,
  type Result,
  syntheticFamilies,
  type SyntheticProfile,
  syntheticProfiles,
  withRates,
} from '../../engine/index.ts';
import { readDocument } from '../library/document-text.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

export interface SynthOptions {
  readonly families: number;
  readonly seed: number;
  /** The id of a profile that comes with the engine, or the path of one. */
  readonly profile: string;
  readonly rate?: ReadonlyMap<RateName, number>;
  /** The first of them, from 0. */
  readonly fromIndex: number;
}

/** Written together: a few hundred kilobytes. */
const together = 64;

function profileNamed(text: string): Result<SyntheticProfile, Failure> {
  const known = syntheticProfiles.find(({ id }) => id === text);
  if (known !== undefined) return ok(known);
  const read = readDocument(text);
  if (!read.ok && read.error[0]?.code === 'file-unreadable') {
    return err(failure('file-unreadable', read.error[0].message));
  }
  const profile = read.ok ? checkSyntheticProfile(read.value) : read;
  if (profile.ok) return profile;
  return err(failure('profile-invalid', `\`${text}\` cannot be used`, { findings: profile.error }));
}

/** Writes synthetic families, one a line, no faster than they are read. */
export async function synthCommand(options: SynthOptions, io: Io): Promise<Outcome> {
  const { families, seed, fromIndex, rate = new Map<RateName, number>() } = options;
  const named = profileNamed(options.profile);
  if (!named.ok) return named.error;
  if (families > Number.MAX_SAFE_INTEGER - fromIndex) {
    return failure('usage', 'the last family would be beyond the largest index there is');
  }
  const familyAt = syntheticFamilies(withRates(named.value, rate), seed);
  const end = fromIndex + families;
  for (let from = fromIndex; from < end; from += together) {
    let lines = '';
    for (let index = from; index < Math.min(end, from + together); index += 1) {
      lines += `${JSON.stringify(familyAt(index))}\n`;
    }
    await io.write(lines);
  }
  return { exit: 0 };
}
