import {
  type CompiledRuleset,
  type Day,
  familyParser,
  type Family,
  parseDay,
  syntheticFamilies,
  syntheticProfiles,
} from '../../engine/index.ts';
import { openLibrary } from '../../server/library/open.ts';
import type { Version } from '../../server/library/library.ts';

/** What everything is measured on. */
export interface Load {
  readonly version: Version;
  readonly compiled: CompiledRuleset;
  readonly asOf: Day;
  /** One JSON text a family. */
  readonly lines: readonly string[];
  readonly families: readonly Family[];
}

export const AS_OF = '2014-03-01';
const SEED = 1;

function profile() {
  const found = syntheticProfiles.find(({ id }) => id === 'hertfordshire');
  if (found === undefined) throw new Error('the profile hertfordshire ships');
  return found;
}

/** Families of the profile `hertfordshire` as lines, from 0. */
export function linesOf(count: number): string[] {
  const make = syntheticFamilies(profile(), SEED);
  return Array.from({ length: count }, (_, at) => JSON.stringify(make(at)));
}

export function loadOf(count: number, folder: string): Load {
  const library = openLibrary(folder);
  const version = library.ok ? library.value.rulesets.get('phase-1')?.[0] : undefined;
  const asOf = parseDay(AS_OF);
  const vocabulary = version?.basis.vocabularies.get('family@1')?.document;
  if (version === undefined || asOf === undefined || vocabulary === undefined)
    throw new Error('phase-1 and its vocabulary ship');
  const parse = familyParser(vocabulary);
  const lines = linesOf(count);
  const families = lines.map((line) => {
    const family = parse(JSON.parse(line));
    if (!family.ok) throw new Error(JSON.stringify(family.error));
    return family.value;
  });
  return { version, compiled: version.compiled(), asOf, lines, families };
}
