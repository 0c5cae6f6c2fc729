import type { Account, Permission } from '../api.ts';

/** What a screen needs of whoever opens it: to be a person who is signed in, or a permission. */
export type Needed = 'person' | Permission;

/** Whether a screen is worth offering. The server decides; this spares people a way to a refusal. */
export function mayOpen(needs: Needed | undefined, account: Account | undefined): boolean {
  if (needs === undefined) return true;
  if (account === undefined) return false;
  return needs === 'person' ? account.kind === 'person' : account.permissions.includes(needs);
}
