import { keyOf, makeKey } from '../identity/keys.ts';
import { linkAddress } from '../identity/link.ts';
import { linkPerson, personByEmail } from '../identity/people.ts';
import { type Permission, permissionNames } from '../identity/permissions.ts';
import { NATIONAL } from '../identity/principal.ts';
import { shownKey } from '../identity/shown.ts';
import type { Io } from './io.ts';
import { withStore } from './kept-store.ts';
import { failure, type Outcome } from './problem.ts';

export interface KeyOptions {
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly authority: string;
  /** The first day on which the key is no longer good. */
  readonly until?: string;
}

/** Whoever may open the store may do anything: the audit log says that it was done here. */
const here = { actor: 'system', authority: NATIONAL };

function isPermission(word: string): word is Permission {
  return permissionNames.some((name) => name === word);
}

/** The permissions in a list with commas; undefined where one is not one. */
export function scopesIn(text: string): Permission[] | undefined {
  const words = text.split(',').map((word) => word.trim());
  const known = words.filter(isPermission);
  return known.length === words.length ? known : undefined;
}

/** Makes a key that hangs on no person, and writes it once. */
export function createKeyCommand({ name, scopes, authority, until }: KeyOptions, io: Io): Promise<Outcome> {
  return withStore(io, async ({ store, machine }) => {
    const key = keyOf(machine.secret());
    const expiresAt = until === undefined ? null : `${until}T00:00:00.000Z`;
    const made = { id: machine.ids(), name, key, scopes, authority, createdBy: null, expiresAt };
    const row = await makeKey(store, here, made);
    return { exit: 0, output: { ...shownKey({ ...row, lastUsedAt: null }), key } };
  });
}

/** Makes a link with which a person chooses a password. */
export function linkCommand(email: string, io: Io): Promise<Outcome> {
  return withStore(io, async ({ store, machine, settings }) => {
    const person = await personByEmail(store, email);
    if (person === undefined) return failure('person-not-found', `nobody has the address \`${email}\``);
    if (person.disabledAt !== null)
      return failure('person-not-found', `\`${email}\` was disabled, and no link would let them in`);
    const token = machine.secret();
    const { expiresAt } = await linkPerson(store, here, { id: person.id, token });
    const origin = settings.origin ?? `http://${settings.host}:${settings.port}`;
    return { exit: 0, output: { link: linkAddress(origin, 'password', token), expiresAt } };
  });
}
