import { readPack } from '../evidence/read.ts';
import { found, type PackFinding } from '../evidence/finding.ts';
import { verifyPack } from '../evidence/verify.ts';
import { bytesFrom } from './evaluate.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';
import { err, ok, type Result } from '../../engine/index.ts';

export interface VerifyOptions {
  /** The hash that was printed or noted. */
  readonly hash?: string;
}

interface Checked {
  readonly file: string;
  readonly whole: boolean;
}

async function checked(file: string, { hash }: VerifyOptions, io: Io): Promise<Result<Checked, Failure>> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${file}\` that can be read`));
  const read = readPack(bytes.value);
  if (!read.ok) {
    const detail = `\`${file}\` is neither an evidence pack nor the page of one`;
    return err(failure('pack-unreadable', detail, read.error.length === 0 ? {} : { findings: read.error }));
  }
  const { pack, page } = read.value;
  if (!pack.ok) return ok({ file, whole: false, findings: pack.error });
  const { made, manifest } = pack.value;
  const { findings: own, notes, decisions } = verifyPack(pack.value, page);
  const isOther = hash !== undefined && hash !== manifest.hash;
  const other: PackFinding[] = isOther
    ? [found('other-pack', '/manifest/hash', { expected: hash, found: manifest.hash })]
    : [];
  const findings = [...other, ...own];
  return ok({
    file,
    whole: findings.length === 0,
    pack: manifest.hash,
    made: { at: made.at, by: made.by, authority: made.authority, build: made.build },
    decisions,
    findings,
    notes,
  });
}

/** Checks evidence packs by themselves: no store, no folder of rulesets and no network is asked. */
export async function verifyCommand(
  files: readonly string[],
  options: VerifyOptions,
  io: Io,
): Promise<Outcome> {
  const verified: Checked[] = [];
  for (const file of files) {
    const one = await checked(file, options, io);
    if (!one.ok) return one.error;
    verified.push(one.value);
  }
  const whole = verified.every((one) => one.whole);
  return { exit: whole ? 0 : 1, output: { whole, files: verified } };
}
