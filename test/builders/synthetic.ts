import { syntheticFamilies } from '../../engine/synthetic/families.ts';
import type { SyntheticProfile } from '../../engine/synthetic/profile.ts';
import { syntheticProfiles } from '../../engine/synthetic/profiles.ts';

export function profileOf(id: string): SyntheticProfile {
  const profile = syntheticProfiles.find((one) => one.id === id);
  if (profile === undefined) throw new Error(`no profile is named ${id}`);
  return profile;
}

/** The families of a profile that comes with the engine. */
export function familiesOf(id: string, seed: number) {
  return syntheticFamilies(profileOf(id), seed);
}
