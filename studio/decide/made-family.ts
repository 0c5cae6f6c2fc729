import { syntheticFamilies, syntheticProfiles } from '../engine.ts';

/** A synthetic family by what it is drawn from. */
export interface Made {
  readonly profile: string;
  readonly seed: number;
  readonly index: number;
}

export const profiles = syntheticProfiles.map(({ id, title }) => ({ id, title }));

/** The last day of which anything is known of the families of a profile. */
export const drawnOn = (profile: string) => syntheticProfiles.find(({ id }) => id === profile)?.drawnOn;

/** The families of a profile and a seed by their index; undefined where there is no such profile. */
export function madeFamilies(profile: string, seed: number) {
  const drawn = syntheticProfiles.find(({ id }) => id === profile);
  return drawn && syntheticFamilies(drawn, seed);
}

export const madeName = ({ profile, seed, index }: Made) => `${profile}.${seed}.${index}`;

/** The family that a name such as `corners.1.17` stands for. */
export function madeNamed(name: string): Made | undefined {
  const [, profile = '', seed, index] = /^([a-z-]+)\.(\d{1,9})\.(\d{1,9})$/.exec(name) ?? [];
  if (!profiles.some(({ id }) => id === profile)) return undefined;
  return { profile, seed: Number(seed), index: Number(index) };
}
