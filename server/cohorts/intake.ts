import { Refusal } from '../governance/refusal.ts';
import type { ProblemName } from '../problem.ts';
import { cohort, type Cohort, type CohortState } from './find.ts';
import { Report } from './reading/report.ts';
import { foundAt } from './reading/row.ts';
import { entriesOf, type SentFile } from './reading/upload.ts';
import { type About, Reception, type Receiving } from './receive.ts';
import type { Progress } from './underway.ts';

export interface Intake extends Receiving {
  readonly lineBytes: number;
  readonly scratch: string;
  readonly progress: Progress;
  /** The cohort has its entry in the store. */
  readonly onBegun: () => void;
  /** Asks again whether the sender may still do this: the problem where not. */
  readonly stillAllowed: () => Promise<ProblemName | undefined>;
}

/** Rows between two looks at whether the upload is still wanted. */
const LOOK_EVERY = 5000;

/** Throws where the sender may not go on, or where somebody has cancelled the cohort by way of another server. */
async function watch({ store, principal, stillAllowed }: Intake, id: string): Promise<void> {
  const refused = await stillAllowed();
  if (refused !== undefined) throw new Refusal(refused);
  const now = await cohort(store, id, principal);
  if (now?.state !== ('receiving' satisfies CohortState)) throw new Refusal('cohort-cancelled');
}

async function read(
  files: AsyncIterable<SentFile>,
  { reception, report, id }: { reception: Reception; report: Report; id: string },
  intake: Intake,
): Promise<void> {
  const { reader, lineBytes, scratch, progress } = intake;
  const onRow = async () => {
    progress.rows += 1;
    if (progress.cancelled.aborted) throw new Refusal('cohort-cancelled');
    if (progress.rows % LOOK_EVERY === 0) await watch(intake, id);
  };
  let families = 0;
  for await (const block of entriesOf(files, { reader, report, lineBytes, scratch, onRow })) {
    if (progress.cancelled.aborted) throw new Refusal('cohort-cancelled');
    families += block.length;
    await reception.add(block);
  }
  if (families === 0 && report.faults.length === 0)
    report.fault(foundAt({ file: '' }, { code: 'no-families', message: 'there is no row of any family' }));
}

/** Receives a cohort: kept whole or with rows held aside, or nothing of it. */
export async function takeIn(files: AsyncIterable<SentFile>, about: About, intake: Intake): Promise<Cohort> {
  const reception = await Reception.begin(intake, about);
  intake.onBegun();
  const report = new Report();
  const told = () => ({ files: JSON.stringify(report.files), notes: JSON.stringify(report.notes) });
  try {
    await read(files, { reception, report, id: about.id }, intake);
    if (report.faults.length > 0) throw new Refusal('cohort-unreadable', { faults: report.faults });
    return await reception.finish(told());
  } catch (error) {
    const faults = JSON.stringify(error instanceof Refusal ? (error.more.faults ?? []) : []);
    // because what went wrong first is what is told; what cannot be cancelled now is cancelled when it is found
    await reception.cancel({ ...told(), faults }).catch(() => undefined);
    throw error;
  }
}
