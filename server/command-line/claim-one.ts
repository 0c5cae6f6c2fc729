import { type Diagnostic, err, type Result } from '../../engine/index.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { eventsAsked } from '../claims/asked.ts';
import { ledgerFamily } from '../claims/family.ts';
import { itsRun, shownClaims } from '../claims/its-claims.ts';
import { proposeOne } from '../claims/propose-one.ts';
import { proposingOf } from '../claims/proposing.ts';
import { recordEvents } from '../claims/record-events.ts';
import { requestFindings } from '../finding.ts';
import { documentOf } from '../library/document-text.ts';
import { readFamily } from '../library/read-family.ts';
import type { Finding } from '../problem.ts';
import { storedShelf } from '../shelf/stored-library.ts';
import { making, type RunOptions, shown } from './claim-runs.ts';
import { bytesFrom, unreadable } from './evaluate.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';

/** A JSON document of a file, or of standard input where it is `-`; `wrong` says what it is not. */
async function documentFrom(
  file: string,
  io: Io,
  wrong: (findings: Diagnostic[]) => Failure,
): Promise<Result<unknown, Failure>> {
  const bytes = await bytesFrom(file, io);
  if (!bytes.ok) return err(failure('file-unreadable', `there is no file \`${file}\` that can be read`));
  const document = documentOf(bytes.value);
  return document.ok ? document : err(wrong(document.error));
}

export interface OneOptions extends RunOptions {
  readonly family: string;
  readonly payment: string;
  /** Compared with what the version gives. */
  readonly pence?: number;
}

/** Proposes one payment of one family, of a run without a cohort. */
export async function proposeOneCommand(id: string, options: OneOptions, io: Io): Promise<Outcome> {
  const { family: file, payment, pence, ...where } = options;
  const document = await documentFrom(file, io, (findings) => unreadable(file, findings));
  if (!document.ok) return document.error;
  return making(where, io, async (by) => {
    const run = await itsRun(by.store, id, by.principal);
    const library = await storedShelf(by.store).current();
    const proposing = proposingOf(by, run, { library, secondOpinion });
    const { ruleset, basis } = proposing.judging.version;
    const read = readFamily(document.value, ruleset.vocabulary, basis);
    if (!read.ok) return unreadable(file, read.error);
    const family = ledgerFamily.parse(document.value);
    return shown(by, await proposeOne(proposing, run, { family, payment, pence }));
  });
}

export interface ListOptions extends RunOptions {
  readonly events: string;
}

/** Writes down what became of many claims: all of it, or nothing. */
export async function recordListCommand({ events: file, ...where }: ListOptions, io: Io): Promise<Outcome> {
  const wrong = (findings: readonly Finding[]) =>
    failure('claim-events-refused', `\`${file}\` is not a list of events`, {
      findings: findings.map((one) => ({ ...one, severity: 'error', suggestion: one.suggestion })),
    });
  const document = await documentFrom(file, io, wrong);
  if (!document.ok) return document.error;
  const asked = eventsAsked.safeParse(document.value);
  if (!asked.success) return wrong(requestFindings(asked.error, document.value));
  const { events } = asked.data;
  return making(where, io, async (by) => {
    await recordEvents(by, events);
    const ids = [...new Set(events.map(({ claim }) => claim))];
    return { exit: 0, output: { claims: await shownClaims(by.store, ids, by.principal) } };
  });
}
