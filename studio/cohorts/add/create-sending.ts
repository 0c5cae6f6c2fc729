import { createSignal, onCleanup } from 'solid-js';
import type { Answer, Client, Cohort, Problem } from '../../api.ts';
import type { Sending } from '../../session/create-sender.ts';
import { useSession } from '../../session/session.ts';
import { removeCohort } from '../create-cohorts.ts';

export interface Batch {
  /** What people call it. */
  readonly title: string;
  readonly files: readonly File[];
}

/** Milliseconds between two looks at how far the server has come. */
const lookEvery = 1000;

const cancelled: Problem = {
  type: 'about:blank',
  title: 'The upload was cancelled. Nothing of it is kept.',
  status: 0,
  requestId: '',
};

const cutOff: Problem = {
  type: 'about:blank',
  title: 'The upload was cut off. Nothing of it is kept: send it again.',
  status: 0,
  requestId: '',
};

/** An id that nobody guesses. */
const freshId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** One cohort as it is now; undefined where it cannot be had. */
async function cohortNow(client: Client, id: string): Promise<Cohort | undefined> {
  try {
    const response = await client.cohorts[':id'].$get({ param: { id } });
    return response.status === 200 ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** What became of an upload whose answer was lost: it may be there all the same. */
async function afterAll(client: Client, id: string, lost: Answer<Cohort>): Promise<Answer<Cohort>> {
  const now = await cohortNow(client, id);
  if (now === undefined) return lost;
  if (now.state !== 'cancelled') return { ok: true, value: now };
  return { ok: false, problem: now.faults.length > 0 ? { ...cutOff, faults: now.faults } : cutOff };
}

/** Asks whoever leaves the page while something goes on. */
function createAskBeforeLeaving(goesOn: () => boolean): void {
  const leave = (event: BeforeUnloadEvent) => {
    if (goesOn()) event.preventDefault();
  };
  addEventListener('beforeunload', leave);
  onCleanup(() => {
    removeEventListener('beforeunload', leave);
  });
}

/**
 * Sends files to be a cohort: how far that is, told by the browser while they go and by the server while it reads; and what came
 * of it. Whoever leaves the page before is asked.
 */
export function createSending() {
  const { client, send } = useSession();
  const [gone, setGone] = createSignal({ bytes: 0, all: 0 });
  const [rows, setRows] = createSignal(0);
  const [busy, setBusy] = createSignal(false);
  let current: { readonly id: string; readonly now: Sending; stopped: boolean } | undefined;

  const look = async (id: string) => {
    const now = await cohortNow(client, id);
    if (now?.progress) setRows(now.progress.rows);
  };
  const begin = async ({ title, files }: Batch): Promise<Answer<Cohort>> => {
    const id = freshId();
    setBusy(true);
    setRows(0);
    setGone({ bytes: 0, all: files.reduce((sum, { size }) => sum + size, 0) });
    const query = new URLSearchParams({ title, id }).toString();
    const onProgress = (bytes: number, all: number) => setGone({ bytes, all });
    const now = send({ to: `/cohorts?${query}`, body: formOf(files), onProgress });
    const mine = { id, now, stopped: false };
    current = mine;
    const timer = setInterval(() => void look(id), lookEvery);
    // because this address answers with a cohort
    const answer = (await now.answer) as Answer<Cohort>;
    clearInterval(timer);
    const isLost = !answer.ok && answer.problem.status === 0;
    const told = isLost && !mine.stopped ? await afterAll(client, id, answer) : answer;
    current = undefined;
    setBusy(false);
    return mine.stopped ? { ok: false, problem: cancelled } : told;
  };
  const cancel = () => {
    if (current === undefined) return;
    current.stopped = true;
    current.now.stop();
    void removeCohort(client, current.id);
  };
  createAskBeforeLeaving(busy);
  onCleanup(cancel);
  return { begin, cancel, busy, gone, rows };
}

export type CohortSending = ReturnType<typeof createSending>;
