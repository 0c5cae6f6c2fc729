import { createSignal, onCleanup } from 'solid-js';
import type { FromChecker, ToChecker } from './checking.ts';

/** The checker beside the page, for as long as a draft is open; `broken` where the browser could not start it. */
export function createWorker(told: (message: FromChecker) => void) {
  const [broken, setBroken] = createSignal(false);
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromChecker>) => {
    told(data);
  });
  worker.addEventListener('error', () => {
    setBroken(true);
  });
  onCleanup(() => {
    worker.terminate();
  });
  const tell = (message: ToChecker) => {
    worker.postMessage(message);
  };
  return { tell, broken };
}
