interface Entry {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

export interface Lock {
  packages: Record<string, Entry>;
}

type Group = 'dependencies' | 'devDependencies' | 'optionalDependencies';
export type Manifest = Partial<Record<Group, Record<string, string>>>;

/** What npm would load for `name` from the package at `from`: the nearest node_modules going up. */
function found(packages: Lock['packages'], from: string, name: string): Entry | undefined {
  const here = packages[`${from ? `${from}/` : ''}node_modules/${name}`];
  if (here || !from) return here;
  const up = from.lastIndexOf('/node_modules/');
  return found(packages, up < 0 ? '' : from.slice(0, up), name);
}

/** Optional packages that others name but the lock does not hold: with one of these `npm ci` fails everywhere. */
export function missingFromLock({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([at, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !found(packages, at, name))
      .map((name) => `${name}, wanted by ${at} ${version ?? ''}, is missing from the lock`),
  );
}

/** Download addresses in the lock: it must install from whichever registry the reader's npm is set to. */
export function addressesInLock({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([at, { resolved }]) => `${at} is tied to the address ${resolved ?? ''}`);
}

/** Ranges where an exact version is wanted. */
export function unpinned({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is pinned to no exact version: ${version}`);
}
