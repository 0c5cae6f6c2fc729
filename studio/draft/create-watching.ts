import { createSignal, onCleanup } from 'solid-js';
import type { Client, Draft } from '../api.ts';
import { readNewer } from './draft-calls.ts';

/** Milliseconds between two looks at whether somebody else saved. */
const pause = 10_000;

interface WatchingPlan {
  readonly client: Client;
  readonly draft: () => Draft;
  /** Whether everything is saved, so that what is newer is somebody else’s. */
  readonly still: () => boolean;
}

/** What somebody else saved while a draft is open and looked at; nothing until they do. */
export function createWatching({ client, draft, still }: WatchingPlan) {
  const [newer, setNewer] = createSignal<Draft>();
  let under = false;
  const look = async () => {
    if (under || document.visibilityState === 'hidden' || !still()) return;
    under = true;
    const { id, revision } = draft();
    const found = await readNewer(client, id, revision);
    under = false;
    if (found !== undefined && still() && found.revision > draft().revision) setNewer(found);
  };
  const timer = setInterval(() => void look(), pause);
  const shown = () => void look();
  document.addEventListener('visibilitychange', shown);
  addEventListener('focus', shown);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('focus', shown);
  });
  /** Of somebody else only: what was saved here since is no news. */
  const others = () => {
    const found = newer();
    return found !== undefined && found.revision > draft().revision ? found : undefined;
  };
  return { others };
}
