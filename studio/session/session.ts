import { createContext, createMemo, useContext } from 'solid-js';
import { createClient } from '../api.ts';
import type { ReadVersion } from '../reading/read-version.ts';
import { createKey } from './create-key.ts';

/** The key of this tab, the server asked with it, and the versions that were read with it. */
export function createSession() {
  const holder = createKey();
  const client = createClient(holder.key);
  // Another key may be allowed less: what was read is forgotten with the key that read it.
  const held = createMemo(() => ({
    key: holder.key(),
    readings: new Map<string, ReadVersion>(),
    answers: new Map<string, unknown>(),
  }));
  return { ...holder, client, readings: () => held().readings, answers: () => held().answers };
}

export type Session = ReturnType<typeof createSession>;

/** In which every screen stands. */
export const SessionContext = createContext<Session>();

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('invariant: every screen stands in a session');
  return session;
}
