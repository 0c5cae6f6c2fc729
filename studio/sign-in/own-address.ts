/** An address of the studio itself; Home for any other, so that a link to sign in leads nowhere else. */
export function ownAddress(wanted: string | undefined): string {
  if (wanted?.startsWith('/') !== true) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, window.location.origin);
  return origin === window.location.origin && pathname !== '/sign-in' ? pathname + search + hash : '/';
}
