import type { Role } from '../../server/identity/permissions.ts';
import { NATIONAL } from '../../server/identity/principal.ts';
import { beginSession } from '../../server/identity/session.ts';
import type { Store } from '../../server/store/store.ts';
import { authorised } from './http.ts';
import { person, writer } from './people.ts';

const governors = {
  /** May approve, and yet never their own. */
  lead: [['policy-lead', 'approver'], NATIONAL],
  colleague: [['policy-lead'], NATIONAL],
  approver: [['approver'], NATIONAL],
  second: [['approver'], NATIONAL],
  releaser: [['releaser'], NATIONAL],
  harrow: [['policy-lead'], 'Harrow'],
} as const satisfies Record<string, readonly [readonly Role[], string]>;
export type Somebody = keyof typeof governors;

const tokenOf = (who: string, day: string) => `session-of-${who}-${day}`;

/** Adds all of them. */
export async function addGovernors(store: Store): Promise<void> {
  for (const [id, [roles, authority]] of Object.entries(governors)) {
    await store.write(writer, async (tx) => {
      await tx.insert('person', { ...person(id), name: id, authority, roles: JSON.stringify(roles) });
      tx.record({ action: 'person-added', subject: id });
    });
  }
}

/** Signs all of them in for a day: a session ends before the next. */
export async function signInGovernors(store: Store, day: string): Promise<void> {
  for (const id of Object.keys(governors)) {
    await store.write(writer, async (tx) => {
      tx.record({ action: 'signed-in', subject: id });
      await beginSession(tx, id, tokenOf(id, day));
    });
  }
}

/** The headers with which somebody asks; `nobody` holds the key of the environment, which is nobody's own. */
export function as(who: Somebody | 'nobody', day: string): Record<string, string> {
  const own =
    who === 'nobody'
      ? authorised
      : { cookie: `threshold=${tokenOf(who, day)}`, 'sec-fetch-site': 'same-origin' };
  return { ...own, 'content-type': 'application/json' };
}
