import type { Role } from '../../server/identity/permissions.ts';
import { NATIONAL } from '../../server/identity/principal.ts';
import { beginSession } from '../../server/identity/session.ts';
import type { Store } from '../../server/store/store.ts';
import { authorised } from './http.ts';
import { person, writer } from './people.ts';

const governors = {
  lead: ['policy-lead', NATIONAL],
  colleague: ['policy-lead', NATIONAL],
  approver: ['approver', NATIONAL],
  second: ['approver', NATIONAL],
  releaser: ['releaser', NATIONAL],
  harrow: ['policy-lead', 'Harrow'],
} as const satisfies Record<string, readonly [Role, string]>;
export type Somebody = keyof typeof governors;

const tokenOf = (who: string) => `session-of-${who}`;

/** Adds all of them, each signed in. */
export async function addGovernors(store: Store): Promise<void> {
  for (const [id, [role, authority]] of Object.entries(governors)) {
    await store.write(writer, async (tx) => {
      tx.record({ action: 'signed-in', subject: id });
      await tx.insert('person', { ...person(id), name: id, authority, roles: JSON.stringify([role]) });
      await beginSession(tx, id, tokenOf(id));
    });
  }
}

/** The headers with which somebody asks; `nobody` holds the key of the environment, which is nobody's own. */
export function as(who: Somebody | 'nobody'): Record<string, string> {
  const own =
    who === 'nobody' ? authorised : { cookie: `threshold=${tokenOf(who)}`, 'sec-fetch-site': 'same-origin' };
  return { ...own, 'content-type': 'application/json' };
}
