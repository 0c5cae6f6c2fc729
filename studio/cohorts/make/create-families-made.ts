import { createSignal, onCleanup } from 'solid-js';
import type { Wanted } from './making.ts';
import type { Piece } from './making-worker.ts';

/** Families made behind the page: how many are there so far, and the file of them. */
export function createFamiliesMade() {
  const [made, setMade] = createSignal<number>();
  let worker: Worker | undefined;
  let give: ((file: File | undefined) => void) | undefined;
  const end = (file: File | undefined) => {
    worker?.terminate();
    worker = undefined;
    setMade(undefined);
    give?.(file);
    give = undefined;
  };
  /** The file, a family a line; undefined where it was stopped, or the browser could not make it. */
  const make = (wanted: Wanted): Promise<File | undefined> => {
    end(undefined);
    const pieces: Blob[] = [];
    const begun = new Worker(new URL('./making-worker.ts', import.meta.url), { type: 'module' });
    worker = begun;
    setMade(0);
    const file = new Promise<File | undefined>((resolve) => {
      give = resolve;
    });
    begun.addEventListener('message', ({ data }: MessageEvent<Piece>) => {
      pieces.push(data.piece);
      setMade(data.made);
      if (data.made === wanted.families) end(new File(pieces, 'families.ndjson'));
    });
    begun.addEventListener('error', () => {
      end(undefined);
    });
    begun.postMessage(wanted);
    return file;
  };
  const stop = () => {
    end(undefined);
  };
  onCleanup(stop);
  return { made, make, stop };
}
