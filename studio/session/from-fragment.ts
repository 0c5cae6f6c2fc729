/** Takes what follows `#name=` out of the address, so that it stays neither in the bar nor in the history. */
function taken(name: string): string | undefined {
  const start = `#${name}=`;
  if (!location.hash.startsWith(start) || location.hash === start) return undefined;
  const value = location.hash.slice(start.length);
  history.replaceState(null, '', location.pathname + location.search);
  return decodeURIComponent(value);
}

/**
 * Gives what the address carries in its fragment under this name: now, and whenever such a link is opened in a tab that
 * is already here, which does not load the page.
 */
export function fromFragment(name: string, use: (value: string) => void): void {
  const given = taken(name);
  if (given !== undefined) use(given);
  addEventListener('hashchange', () => {
    const later = taken(name);
    if (later === undefined) return;
    use(later);
    // because the router has seen the address with the secret in it
    dispatchEvent(new PopStateEvent('popstate'));
  });
}
