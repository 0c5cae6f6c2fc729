import { createSignal } from 'solid-js';
import { fromFragment } from './from-fragment.ts';

const stored = 'threshold-key';

/** The key of this tab: from the address `#key=…`, or typed in. It is forgotten when the tab is closed. */
export function createKey() {
  const [key, setKey] = createSignal(sessionStorage.getItem(stored) ?? undefined);
  const use = (next: string) => {
    sessionStorage.setItem(stored, next);
    setKey(next);
  };
  fromFragment('key', use);
  const forget = () => {
    sessionStorage.removeItem(stored);
    setKey(undefined);
  };
  return { key, use, forget };
}

export type KeyHolder = ReturnType<typeof createKey>;
