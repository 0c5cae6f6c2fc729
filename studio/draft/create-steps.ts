import { batch, createSignal } from 'solid-js';
import type { DraftFile } from './texts.ts';
import { changeBetween, changed, reverseOf, type TextChange } from './text-change.ts';

/** One change of a file as it is taken. */
export interface Taken {
  readonly what: string;
  readonly file: DraftFile;
  /** Where it was made: what is typed on there belongs to the same step. */
  readonly places: string;
  readonly before: string;
  readonly after: string;
}

interface Done extends Pick<Taken, 'what' | 'file' | 'places'> {
  readonly change: TextChange;
  readonly at: number;
}

const mostSteps = 500;
/** Milliseconds within which the same is typed on. */
const typing = 1500;

/** What was done, and what was undone of it. */
export function createSteps(now: () => number) {
  const [done, setDone] = createSignal<readonly Done[]>([]);
  const [undone, setUndone] = createSignal<readonly Done[]>([]);
  const goesOn = (last: Done | undefined, { what, file, places }: Taken): last is Done =>
    last?.what === what && last.file === file && last.places === places && now() - last.at <= typing;
  const add = (taken: Taken) => {
    const { what, file, places, before, after } = taken;
    const last = done().at(-1);
    const on = goesOn(last, taken);
    const from = on ? changed(before, reverseOf(last.change)) : before;
    const step = { what, file, places, change: changeBetween(from, after), at: now() };
    batch(() => {
      setDone([...(on ? done().slice(0, -1) : done()), step].slice(-mostSteps));
      setUndone([]);
    });
  };
  /** The change that takes the last step back. */
  const back = () => {
    const last = done().at(-1);
    if (last === undefined) return undefined;
    batch(() => {
      setDone(done().slice(0, -1));
      setUndone([...undone(), last]);
    });
    return { file: last.file, change: reverseOf(last.change) };
  };
  /** The change that takes the last one taken back again. */
  const again = () => {
    const last = undone().at(-1);
    if (last === undefined) return undefined;
    batch(() => {
      setUndone(undone().slice(0, -1));
      // What is typed now is a step of its own.
      setDone([...done(), { ...last, at: 0 }]);
    });
    return { file: last.file, change: last.change };
  };
  const clear = () => {
    batch(() => {
      setDone([]);
      setUndone([]);
    });
  };
  return {
    ...{ add, back, again, clear },
    undoable: () => done().at(-1)?.what,
    redoable: () => undone().at(-1)?.what,
  };
}
