import { useLocation, useNavigate } from '@solidjs/router';
import { createContext, createMemo, createSignal, useContext } from 'solid-js';
import { signInAddress } from '../addresses.ts';
import { type Account, createClient } from '../api.ts';
import type { ReadVersion } from '../reading/read-version.ts';
import { createAccount } from './create-account.ts';
import type { KeyHolder } from './create-key.ts';
import { createSender } from './create-sender.ts';

interface Begins {
  readonly key: KeyHolder;
  /** What a link that is good once carried, where one was opened. */
  readonly link: () => string | undefined;
  /** Whether the screen at this path is for people who are not signed in. */
  readonly isOpenToAll: (path: string) => boolean;
}

/**
 * Who asks, and the server asked by them: with the key of this tab, or else with the cookie of whoever is signed in. A
 * screen that is refused because nobody asks gives way to signing in, which leads back to it.
 */
export function createSession({ key: holder, link, isOpenToAll }: Begins) {
  const location = useLocation();
  const navigate = useNavigate();
  const needsSomebody = createMemo(() => !isOpenToAll(location.pathname));
  const [ended, setEnded] = createSignal(false);
  const signInAgain = (problem: string) => {
    if (!needsSomebody()) return;
    setEnded(/\/session-(ended|expired)$/.test(problem));
    navigate(signInAddress(location.pathname + location.search + location.hash), { replace: true });
  };
  const client = createClient(holder.key, signInAgain);
  const send = createSender(holder.key, signInAgain);
  const account = createAccount(client, () => needsSomebody() && { key: holder.key() });
  // Another key may be allowed less: what was read is forgotten with the key that read it.
  const held = createMemo(() => ({
    key: holder.key(),
    readings: new Map<string, ReadVersion>(),
    answers: new Map<string, unknown>(),
  }));
  /** Goes on as whoever has just signed in: they, and no key, ask from now on. */
  const enter = (now: Account, to: string) => {
    holder.forget();
    setEnded(false);
    // What another person had on their screens is not for this one: a page that is loaded anew holds nothing.
    if (account.wasAnother(now)) window.location.replace(to);
    else navigate(to, { replace: true });
  };
  return {
    ...{ ...holder, link, client, send, enter, ended, account: account.now },
    ...{ readings: () => held().readings, answers: () => held().answers },
  };
}

export type Session = ReturnType<typeof createSession>;

/** In which every screen stands. */
export const SessionContext = createContext<Session>();

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('invariant: every screen stands in a session');
  return session;
}
