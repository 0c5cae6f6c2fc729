import { formatDay, parseDay, type Day } from '../time/civil-date.ts';
import { Chance } from './chance.ts';
import { tellCrime } from './crime.ts';
import { tellFurther } from './further.ts';
import { memberOf, suppliedOf, type Supplied } from './gaps.ts';
import { authorityOf, claimsOf, formerIdsOf, idOf, overridesOf, personRefsOf } from './history.ts';
import { household } from './household.ts';
import { plotOf } from './plot.ts';
import { ratesOf, type SyntheticProfile } from './profile.ts';
import { tellProgramme } from './programme.ts';
import { tellSchool } from './school.ts';
import { Story, type Row } from './story.ts';
import { tellWork } from './work.ts';

/** An invented family, in the form that `familyParser` reads. */
export interface SyntheticFamily extends Supplied {
  readonly id: string;
  readonly localAuthority: string;
  readonly vocabulary: 'family@1';
  readonly attachedOn: string | null;
  readonly closedOn: string | null;
  readonly formerIds: readonly string[];
  readonly members: readonly Row[];
  readonly claims: readonly Row[];
  readonly overrides: readonly Row[];
}

const written = (day: Day | null) => (day === null ? null : formatDay(day));

function familyOf(story: Story, index: number): SyntheticFamily {
  const { plot, people } = story;
  tellCrime(story);
  tellSchool(story);
  tellWork(story);
  tellFurther(story);
  tellProgramme(story);
  const refs = personRefsOf(story, index);
  return {
    id: idOf(index),
    localAuthority: authorityOf(story),
    vocabulary: 'family@1',
    attachedOn: written(plot.attachedOn),
    closedOn: written(plot.closedOn),
    formerIds: formerIdsOf(story, index),
    members: people.map((person) => memberOf(story, person, refs.get(person.id))),
    ...suppliedOf(story),
    claims: claimsOf(story),
    overrides: overridesOf(story),
  };
}

/**
 * The families of a profile and a seed: the one at `index`, from 0. It depends on nothing else, not on how many are asked
 * for nor on which were before, so that a stream can be cut, resumed and shared out. Seed and index are whole, from 0 to
 * 2^53 - 1.
 */
export function syntheticFamilies(
  profile: SyntheticProfile,
  seed: number,
): (index: number) => SyntheticFamily {
  const rates = ratesOf(profile);
  const drawnOn = parseDay(profile.drawnOn);
  if (drawnOn === undefined) throw new Error('invariant: a checked profile has only days');
  return (index) => {
    const given = { chance: new Chance(seed, index), rates };
    const plot = plotOf(given, drawnOn);
    return familyOf(new Story(given, plot, household(given, plot)), index);
  };
}
