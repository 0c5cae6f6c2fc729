import { batch, createSignal } from 'solid-js';

/** A step of undo, in words. */
interface Step<Entry> {
  readonly what: string;
  readonly before: Entry;
  readonly after: Entry;
}

/** Undo holds on to every text: of long ones to fewer. */
const mostSteps = 200;
const mostCharacters = 20_000_000;

function kept<Entry extends { readonly text: string }>(steps: readonly Step<Entry>[]) {
  let characters = 0;
  const at = steps.findLastIndex(({ before }) => {
    characters += before.text.length;
    return characters > mostCharacters;
  });
  return steps.slice(Math.max(at + 1, steps.length - mostSteps));
}

/** Something that changes, and all that it was. What changes in one place without a pause elsewhere is one step. */
export function createHistory<Entry extends { readonly text: string }>(
  first: Entry,
  isSame: (one: Entry, other: Entry) => boolean,
) {
  const [entry, setEntry] = createSignal<Entry>(first);
  const [past, setPast] = createSignal<readonly Step<Entry>[]>([]);
  const [future, setFuture] = createSignal<readonly Step<Entry>[]>([]);
  let lastPlace: string | undefined;

  const take = (what: string, after: Entry, place?: string) => {
    const before = entry();
    if (isSame(before, after)) return;
    const last = past().at(-1);
    const goesOn = place !== undefined && place === lastPlace && last?.after === before;
    lastPlace = place;
    batch(() => {
      setPast(
        goesOn ? [...past().slice(0, -1), { ...last, after }] : kept([...past(), { what, before, after }]),
      );
      setFuture([]);
      setEntry(() => after);
    });
  };
  const undo = () => {
    const step = past().at(-1);
    if (step === undefined) return;
    lastPlace = undefined;
    batch(() => {
      setPast(past().slice(0, -1));
      setFuture([...future(), step]);
      setEntry(() => step.before);
    });
  };
  const redo = () => {
    const step = future().at(-1);
    if (step === undefined) return;
    lastPlace = undefined;
    batch(() => {
      setFuture(future().slice(0, -1));
      setPast([...past(), step]);
      setEntry(() => step.after);
    });
  };
  return {
    ...{ entry, take, undo, redo },
    /** What changes next is a step of its own, wherever it is. */
    settle: () => {
      lastPlace = undefined;
    },
    undoable: () => past().at(-1)?.what,
    redoable: () => future().at(-1)?.what,
  };
}
