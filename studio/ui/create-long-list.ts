import { createWindowVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/solid-virtual';
import { createMemo, createSignal, onCleanup, onMount } from 'solid-js';

/** More rows than these are laid out only where they are seen. */
export const mostLaidOut = 200;
/** Rows above and below what is seen that are laid out too, so that Tab finds the next. */
const beyond = 12;
/** Pixels of a row until it was measured. */
const guess = 64;

/** Which rows of a list are laid out, and how much room the others take. */
export function createLongList(list: () => HTMLElement | undefined, count: () => number) {
  const [top, setTop] = createSignal(0);
  const [whole, setWhole] = createSignal(false);
  const isLong = () => count() > mostLaidOut && !whole();
  /** Whoever is on a row stays there, however far it is scrolled away. */
  const withFocus = (range: Range) => {
    const seen = defaultRangeExtractor(range);
    const row = document.activeElement?.closest<HTMLElement>('[data-index]');
    const at = row && list()?.contains(row) ? Number(row.dataset.index) : undefined;
    const [from, to] = [seen[0] ?? 0, seen.at(-1) ?? -1];
    if (at === undefined || at >= count() || (at >= from && at <= to)) return seen;
    const [first, last] = [Math.min(from, at), Math.max(to, at)];
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  };
  const virtual = createWindowVirtualizer<HTMLElement>({
    get count() {
      return isLong() ? count() : 0;
    },
    get scrollMargin() {
      return top();
    },
    estimateSize: () => guess,
    overscan: beyond,
    rangeExtractor: withFocus,
  });
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
  const rows = createMemo(() => (isLong() ? virtual.getVirtualItems() : undefined));
  return {
    /** The first row that is laid out, and the row behind the last. */
    range: () => {
      const shown = rows();
      if (shown === undefined) return { from: 0, to: count() };
      return { from: shown[0]?.index ?? 0, to: (shown.at(-1)?.index ?? -1) + 1 };
    },
    /** Pixels that rows above and below those take. */
    room: () => {
      const shown = rows();
      const [first, last] = [shown?.[0], shown?.at(-1)];
      if (first === undefined || last === undefined) return { above: 0, below: 0 };
      return { above: first.start - top(), below: Math.max(0, virtual.getTotalSize() - (last.end - top())) };
    },
    measure: (row: HTMLElement) => {
      virtual.measureElement(row);
    },
  };
}
