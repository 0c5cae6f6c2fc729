import { onCleanup, onMount } from 'solid-js';
import type { DraftEditing } from './editing.ts';

/** Where typing, or all that is done there, has an undo of its own. */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-own-undo]') !== null) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

/** Control Z undoes, Control Shift Z and Control Y redo, on a Mac with Command; in a text field they are the browser’s. */
export function createUndoKeys({ undo, redo }: Pick<DraftEditing, 'undo' | 'redo'>) {
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || hasOwnUndo(event.target)) return;
    const key = event.key.toLowerCase();
    const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  onMount(() => {
    document.addEventListener('keydown', press);
  });
  onCleanup(() => {
    document.removeEventListener('keydown', press);
  });
}
