import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';

/**
 * Does something once the page has been drawn as it now stands: whoever waits for what is drawn does not wait for this too.
 * Asked for again before that, it is done once.
 */
export function afterDrawing(act: () => void): () => void {
  let waiting = false;
  const acting = () => {
    waiting = false;
    act();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => setTimeout(acting));
  };
}

/** The same as `source` says, one drawing of the page later. */
export function createAfterDrawing<T>(source: () => T): () => T {
  const [late, setLate] = createSignal(untrack(source));
  let ended = false;
  const follow = afterDrawing(() => {
    if (!ended) setLate(() => untrack(source));
  });
  createEffect(on(source, follow, { defer: true }));
  onCleanup(() => {
    ended = true;
  });
  return late;
}
