import { useBeforeLeave, useLocation } from '@solidjs/router';
import { createEffect, on, onCleanup, onMount } from 'solid-js';

/** One of the links of a screen that lead to the same address. */
interface Followed {
  readonly href: string;
  readonly nth: number;
}

const linksTo = (href: string) => [...document.querySelectorAll(`a[href="${CSS.escape(href)}"]`)];

/**
 * Where the focus goes when the screen changes: to the heading of the new one; going back, to the link that was
 * followed. A line named by the address takes it by itself.
 */
export function createFocus() {
  const location = useLocation();
  const followed = new Map<string, Followed>();
  let back = false;
  const remember = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (link === null || href === null || href === undefined) return;
    followed.set(window.location.pathname, { href, nth: linksTo(href).indexOf(link) });
  };
  // A number of steps through the history, or else an address.
  useBeforeLeave(({ to }) => {
    back = typeof to === 'number' && to < 0;
  });
  onMount(() => {
    document.addEventListener('click', remember, true);
  });
  onCleanup(() => {
    document.removeEventListener('click', remember, true);
  });
  const arrive = ([path]: readonly string[], before: readonly string[] | undefined) => {
    const link = back ? followed.get(path ?? '') : undefined;
    back = false;
    // Where the page was opened nothing was left; where only what follows the path is other, it is the same screen.
    if (before === undefined || path === before[0] || location.hash !== '') return;
    const place = link === undefined ? undefined : linksTo(link.href)[link.nth];
    // What was opened to reach the link is closed again by now.
    place?.closest('details')?.setAttribute('open', '');
    const target = place ?? document.querySelector('h1');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  };
  createEffect(on(() => [location.pathname, location.search, location.hash], arrive));
}
