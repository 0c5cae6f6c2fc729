import { createSignal } from 'solid-js';

const stored = 'threshold-key';
const fragment = /^#key=(.+)$/;

/** Takes the key out of the address, so that it stays neither in the bar nor in the history. */
function keyFromAddress(): string | undefined {
  const key = fragment.exec(location.hash)?.[1];
  if (key === undefined) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return decodeURIComponent(key);
}

/** Whoever opens the printed link in a tab that is already here brings a key without loading the page. */
function onKeyInAddress(use: (key: string) => void) {
  addEventListener('hashchange', () => {
    const given = keyFromAddress();
    if (given === undefined) return;
    use(given);
    // because the router has seen the address with the key in it
    dispatchEvent(new PopStateEvent('popstate'));
  });
}

/** The key of this tab: from the address `#key=…`, or typed in. It is forgotten when the tab is closed. */
export function createKey() {
  const given = keyFromAddress();
  if (given !== undefined) sessionStorage.setItem(stored, given);
  const [key, setKey] = createSignal(sessionStorage.getItem(stored) ?? undefined);
  const use = (next: string) => {
    sessionStorage.setItem(stored, next);
    setKey(next);
  };
  onKeyInAddress(use);
  const forget = () => {
    sessionStorage.removeItem(stored);
    setKey(undefined);
  };
  return { key, use, forget };
}

export type KeyHolder = ReturnType<typeof createKey>;
