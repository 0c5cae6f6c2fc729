import type { Store } from '../store/store.ts';
import { insertKey, keyOf } from './keys.ts';
import { linkAddress, makeLink } from './link.ts';
import type { Permission } from './permissions.ts';
import { administersAll } from './person.ts';
import { NATIONAL } from './principal.ts';

/** What a developer needs to try everything, and what only people do left out. */
const firstScopes: readonly Permission[] = [
  ...(['decide', 'rulesets:read', 'decisions:keep', 'decisions:read'] as const),
  ...(['cohorts:read', 'cohorts:keep'] as const),
];

/** What is shown once, at this start alone. */
export interface Shown {
  /** A key that works; only where there was neither a person nor a key. */
  readonly key?: string;
  /** Where the first administrator is made; as long as there is none. */
  readonly setUp?: string;
}

export interface Starting {
  /** Where people reach the server. */
  readonly origin: string;
  readonly ids: () => string;
  readonly secret: () => string;
  /** Whether a key of the environment makes another needless. */
  readonly keyGiven: boolean;
}

type Kept = Pick<Store, 'read' | 'tables'>;

/** Whether somebody can sign in and administer the server. */
export async function hasAdministrator({ read, tables: { person } }: Kept): Promise<boolean> {
  return (await read((q) => q.select().from(person))).some(administersAll);
}

/** Makes what lets the first person in: once a key, and a new link at each start until there is an administrator. */
export async function firstStart(store: Store, starting: Starting): Promise<Shown> {
  if (await hasAdministrator(store)) return {};
  const { origin, ids, secret, keyGiven } = starting;
  const token = secret();
  return store.write({ actor: 'system', authority: NATIONAL }, async (tx) => {
    const { person, apiKey } = tx.tables;
    const empty = (await tx.q.$count(person)) + (await tx.q.$count(apiKey)) === 0;
    const id = empty && !keyGiven ? ids() : '';
    tx.record({ action: 'set-up-link-made', subject: id });
    await makeLink(tx, { purpose: 'set-up', person: null }, token);
    const setUp = linkAddress(origin, 'set-up', token);
    if (id === '') return { setUp };
    const key = keyOf(secret());
    await insertKey(tx, {
      ...{ id, name: 'first start', key, authority: NATIONAL, scopes: firstScopes },
      ...{ createdBy: null, expiresAt: null },
    });
    return { key, setUp };
  });
}
