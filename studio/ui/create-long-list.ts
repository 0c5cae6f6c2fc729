import { createWindowVirtualizer } from '@tanstack/solid-virtual';
import { createMemo, createSignal, onCleanup, onMount } from 'solid-js';

/** More rows than these are laid out only where they are seen. */
export const mostLaidOut = 200;
/** Rows above and below what is seen that are laid out too, so that Tab finds the next. */
const beyond = 12;
/** Pixels of a row until it was measured. */
const guess = 64;

/** The row with the focus, as soon as it has it: the page is scrolled after the focus only later. */
function createFocusedRow(list: () => HTMLElement | undefined, count: () => number) {
  const [moved, move] = createSignal(undefined, { equals: false });
  onMount(() => {
    list()?.addEventListener('focusin', () => {
      move();
    });
  });
  const focused = () => {
    moved();
    const row = document.activeElement?.closest<HTMLElement>('[data-index]');
    const at = row && list()?.contains(row) ? Number(row.dataset.index) : count();
    return at < count() ? at : undefined;
  };
  return focused;
}

/** Which rows of a list are laid out, and how much room the others take. */
export function createLongList(list: () => HTMLElement | undefined, count: () => number) {
  const [top, setTop] = createSignal(0);
  const [whole, setWhole] = createSignal(false);
  const isLong = () => count() > mostLaidOut && !whole();
  const virtual = createWindowVirtualizer<HTMLElement>({
    get count() {
      return isLong() ? count() : 0;
    },
    get scrollMargin() {
      return top();
    },
    estimateSize: () => guess,
    overscan: beyond,
  });
  const focused = createFocusedRow(list, count);
  const place = () => {
    const rect = list()?.getBoundingClientRect();
    if (rect !== undefined) setTop(Math.round(rect.top + scrollY));
  };
  const print = () => setWhole(true);
  const printed = () => setWhole(false);
  onMount(() => {
    // What stands above the list grows and shrinks.
    const watcher = new ResizeObserver(place);
    watcher.observe(document.body);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', printed);
    onCleanup(() => {
      watcher.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', printed);
    });
  });
  /**
   * The rows around those that are seen and the one with the focus, and all between them: Tab finds the next however fast
   * it is pressed, and whoever is on a row stays there, however far it is scrolled away.
   */
  const range = createMemo(() => {
    if (!isLong()) return { from: 0, to: count() };
    const seen = virtual.getVirtualItems();
    const [from, to] = [seen[0]?.index ?? 0, (seen.at(-1)?.index ?? -1) + 1];
    const at = focused();
    return at === undefined
      ? { from, to }
      : {
          from: Math.max(0, Math.min(from, at - beyond)),
          to: Math.min(count(), Math.max(to, at + beyond + 1)),
        };
  });
  return {
    /** The first row that is laid out, and the row behind the last. */
    range,
    /** Pixels that rows above and below those take. */
    room: () => {
      const { from, to } = range();
      const total = virtual.getTotalSize();
      const [first, last] = [virtual.measurementsCache[from], virtual.measurementsCache[to - 1]];
      if (!isLong() || first === undefined || last === undefined) return { above: 0, below: 0 };
      return { above: first.start - top(), below: Math.max(0, total - (last.end - top())) };
    },
    measure: (row: HTMLElement) => {
      virtual.measureElement(row);
    },
  };
}
