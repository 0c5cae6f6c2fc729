import { onCleanup } from 'solid-js';

/** Milliseconds without a change after which whoever types is taken to have paused. */
export const pause = 700;

/** Whether somebody still types, on a page that is still there. */
export function createTyping() {
  let [left, typed] = [false, 0];
  onCleanup(() => {
    left = true;
  });
  return {
    touch: () => {
      typed += 1;
    },
    left: () => left,
    /**
     * Waits until nothing was typed for a pause, or the page was left, and says whether there is something new to save:
     * what is typed while one page gives way to another would be lost.
     */
    async goesOn(changed: () => boolean) {
      for (let before = -1; typed !== before && !left;) {
        before = typed;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return !left && changed();
    },
  };
}
