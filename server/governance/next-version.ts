import { compareVersions } from '../library/semver-order.ts';

/** The highest of these versions; undefined of none. */
export function highestOf(versions: readonly string[]): string | undefined {
  return versions.reduce<string | undefined>(
    (best, one) => (best === undefined || compareVersions(one, best) > 0 ? one : best),
    undefined,
  );
}

/** The number to propose above these: what a preview previews, otherwise the next patch; the first is 1.0.0. */
export function proposedVersion(published: readonly string[]): string {
  const highest = highestOf(published);
  if (highest === undefined) return '1.0.0';
  const [core = '', ...preview] = highest.split('-');
  if (preview.length > 0) return core;
  const [major = '0', minor = '0', patch = '0'] = core.split('.');
  return `${major}.${minor}.${String(Number(patch) + 1)}`;
}

export function isHigher(version: string, published: readonly string[]): boolean {
  const highest = highestOf(published);
  return highest === undefined || compareVersions(version, highest) > 0;
}
