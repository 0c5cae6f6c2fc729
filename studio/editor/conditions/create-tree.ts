import { createSignal } from 'solid-js';
import type { Path } from '../../draft/editing.ts';
import { focusOn } from '../focus-on.ts';
import type { Rules } from '../rules.ts';
import { changeAll, controlAt, spotOf } from '../spot.ts';
import type { Moved } from './condition-tree.ts';
import { pathsInside } from './condition-kinds.ts';

/** The button of a line that has the focus once it has been done. */
export type TreeButton = 'change' | 'up' | 'down' | 'indent' | 'outdent' | 'remove' | 'add';

export const buttonAt = (pointer: string, button: TreeButton): string =>
  `${controlAt('document', pointer)}:${button}`;

/** The conditions of one rule as they are edited: which line is open, and where one is being added. */
export function createTree(rules: Rules, owner: () => string) {
  const [open, setOpen] = createSignal<string>();
  const [adding, setAdding] = createSignal<string>();
  const pointerOf = (path: Path) => spotOf(rules.editing, 'document', path).pointer;
  /** Focus goes to the button that was pressed, where the line now stands, or to its first one. */
  const focusAt = (path: Path, button: TreeButton) => {
    const pointer = pointerOf(path);
    queueMicrotask(() => {
      const wanted =
        document.getElementById(buttonAt(pointer, button)) ??
        document.getElementById(buttonAt(pointer, 'change'));
      wanted?.focus();
    });
  };
  const take = ({ changes, to }: Moved, done: { readonly what: string; readonly button: TreeButton }) => {
    changeAll(rules.top, done.what, changes);
    // Of what is taken away nothing is left to be open: the line before it has the focus.
    setOpen(done.button === 'remove' ? undefined : pointerOf(to));
    focusAt(to, done.button === 'remove' ? 'change' : done.button);
  };
  return {
    ...{ owner, rules, open, setOpen, adding, setAdding, take },
    /** Puts a condition at the end of a group, or in a place of its own, and opens it. */
    add: (path: Path, value: unknown) => {
      const list = typeof path.at(-1) === 'number';
      changeAll(rules.top, 'Add a condition', [list ? { insert: path, value } : { set: path, value }]);
      setAdding(undefined);
      // What is added with something in it is opened at what is in it: that is what is changed first.
      const [inside = []] = pathsInside(value);
      const to = [...path, ...inside];
      setOpen(pointerOf(to));
      focusAt(to, 'change');
    },
    cancel: (pointer: string) => {
      setAdding(undefined);
      focusOn(buttonAt(pointer, 'add'));
    },
    toggle: (pointer: string) => {
      setOpen(open() === pointer ? undefined : pointer);
    },
  };
}

export type Tree = ReturnType<typeof createTree>;

/** Whether a place is judged for one member at a time: something around it ranges over members. */
export const amongMembers = (path: Path): boolean => path.includes('satisfies') || path.includes('where');
