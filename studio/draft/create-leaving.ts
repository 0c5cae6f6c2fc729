import { onCleanup } from 'solid-js';

/** Saves what is not saved when the page is hidden, left, or back on the network; whoever closes it before is asked. */
export function createLeaving(pending: () => boolean, save: () => Promise<void>) {
  const saveAll = () => {
    if (pending()) void save();
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') saveAll();
  };
  const leave = (event: BeforeUnloadEvent) => {
    if (pending()) event.preventDefault();
  };
  document.addEventListener('visibilitychange', hide);
  addEventListener('beforeunload', leave);
  addEventListener('online', saveAll);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', hide);
    removeEventListener('beforeunload', leave);
    removeEventListener('online', saveAll);
    saveAll();
  });
}
