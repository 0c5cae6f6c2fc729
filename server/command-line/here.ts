import { NATIONAL, type Principal } from '../identity/principal.ts';

/** Who writes here. Whoever may open the store may do anything: the audit log says that it was done here. */
export function hereFor(authority = NATIONAL): Principal {
  return { kind: 'system', id: '', name: 'command line', authority, permissions: new Set() };
}
