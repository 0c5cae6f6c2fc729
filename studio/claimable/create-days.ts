import { createSignal, onCleanup } from 'solid-js';
import type { Asked } from '../decide/asked.ts';
import type { Trial } from '../decide/create-trial.ts';
import type { DaysFound, Wondered } from './finding-days.ts';

/** The days on which a family that is tried can be claimed for, found behind the page when they are asked for. */
export function createDays(trial: Trial) {
  const [found, setFound] = createSignal<DaysFound>();
  const [wondered, setWondered] = createSignal<{ readonly number: number; readonly asked: Asked }>();
  const [broken, setBroken] = createSignal(false);
  let worker: Worker | undefined;
  const begin = () => {
    const made = new Worker(new URL('./finding-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<DaysFound>) => {
      setFound(data);
    });
    made.addEventListener('error', () => {
      setBroken(true);
    });
    return made;
  };
  onCleanup(() => worker?.terminate());
  /** Whether what was asked for is what now stands. */
  const isCurrent = () => wondered()?.asked === trial.decided.asked();
  const days = () => (isCurrent() && found()?.number === wondered()?.number ? found() : undefined);
  const ask = () => {
    const [asked, rules] = [trial.decided.asked(), trial.rules()];
    if (asked === undefined || rules === undefined) return;
    const number = (wondered()?.number ?? 0) + 1;
    setWondered({ number, asked });
    setBroken(false);
    worker ??= begin();
    const { family, asOf, restateAttachment } = asked;
    worker.postMessage({ number, rules, family, asOf, restateAttachment } satisfies Wondered);
  };
  return {
    /** What was found of the family as it now stands. */
    days,
    busy: () => isCurrent() && days() === undefined && !broken(),
    broken,
    ask,
  };
}
