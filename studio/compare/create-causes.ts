import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Explained, Unexplained } from './attributing.ts';

export type Asking = Omit<Unexplained, 'number'>;

/** The worker that explains. One that is busy with what nobody asks any more is ended, and another begun. */
function createWorker(hear: (explained: Explained) => void, broken: () => void) {
  let worker: Worker | undefined;
  let busy = false;
  const end = () => {
    worker?.terminate();
    worker = undefined;
    busy = false;
  };
  const begin = () => {
    const made = new Worker(new URL('./attributing-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Explained>) => {
      busy = false;
      hear(data);
    });
    made.addEventListener('error', () => {
      end();
      broken();
    });
    return made;
  };
  onCleanup(end);
  return (asked: Unexplained) => {
    if (busy) end();
    worker ??= begin();
    busy = true;
    worker.postMessage(asked);
  };
}

/**
 * Why a family is told something else under one version than under another: the edits that cause each change, found behind the
 * page. Nothing is looked for while nothing is asked.
 */
export function createCauses(asking: () => Asking | undefined) {
  const [explained, setExplained] = createSignal<Explained>();
  const [broken, setBroken] = createSignal(false);
  const [number, setNumber] = createSignal(0);
  const ask = createWorker(
    (said) => {
      setBroken(false);
      setExplained(said);
    },
    () => setBroken(true),
  );
  createEffect(
    on(asking, (asked) => {
      if (asked === undefined) return;
      const next = number() + 1;
      setNumber(next);
      ask({ ...asked, number: next });
    }),
  );
  /** What was found, of what is asked now. */
  const found = () => (asking() !== undefined && explained()?.number === number() ? explained() : undefined);
  const causesAt = (path: string) => {
    const said = found();
    return said?.kind === 'explained' ? said.causes.find((one) => one.path === path) : undefined;
  };
  return {
    causesAt,
    /** Whether it is being looked for. */
    looking: () => asking() !== undefined && found() === undefined && !broken(),
    /** Why there is nothing to find. */
    refused: () => found()?.kind === 'no-shared-ids',
    broken,
  };
}

export type CausesFound = ReturnType<typeof createCauses>;
