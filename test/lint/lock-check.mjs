/** @typedef {{ version?: string, resolved?: string, optionalDependencies?: Record<string, string> }} Entry */

/**
 * What npm would load for `name` from the package at `from`: the nearest node_modules going up.
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 * @returns {Entry | undefined}
 */
function found(packages, from, name) {
  const here = packages[`${from ? `${from}/` : ''}node_modules/${name}`];
  if (here || !from) return here;
  const up = from.lastIndexOf('/node_modules/');
  return found(packages, up < 0 ? '' : from.slice(0, up), name);
}

/**
 * Optional packages that others name but the lock does not hold: with one of these `npm ci` fails everywhere.
 * @param {{ packages: Record<string, Entry> }} lock
 * @returns {string[]}
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([at, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !found(packages, at, name))
      .map((name) => `${name}, wanted by ${at} ${String(version)}, is missing from the lock`),
  );
}

/**
 * Download addresses in the lock: it must install from whichever registry the reader's npm is set to.
 * @param {{ packages: Record<string, Entry> }} lock
 * @returns {string[]}
 */
export function addressesInLock({ packages }) {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([at, { resolved }]) => `${at} is tied to the address ${String(resolved)}`);
}

/**
 * Ranges where an exact version is wanted.
 * @param {Record<string, Record<string, string> | undefined>} groups
 * @returns {string[]}
 */
export function unpinned(groups) {
  return Object.values(groups)
    .flatMap((group) => Object.entries(group ?? {}))
    .filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is pinned to no exact version: ${version}`);
}
