import { createSignal } from 'solid-js';

/**
 * What is typed into a field and need not be what is kept. It stands until the rules have something else there by another
 * way, such as undo; then that is shown.
 */
export function createTyped<Typed>(kept: () => string, asTyped: (kept: string) => Typed) {
  const [typed, setTyped] = createSignal<{ readonly what: Typed; readonly over: string }>();
  const held = () => {
    const one = typed();
    return one !== undefined && one.over === kept() ? one.what : undefined;
  };
  return {
    held,
    shown: () => held() ?? asTyped(kept()),
    hold: (what: Typed) => {
      setTyped(() => ({ what, over: kept() }));
    },
    letGo: () => {
      setTyped(undefined);
    },
  };
}
