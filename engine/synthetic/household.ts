import { addDays, addMonths, type Day } from '../time/civil-date.ts';
import type { Given, Plot, Theme } from './plot.ts';

export interface Person {
  readonly id: string;
  readonly role: 'parent' | 'carer' | 'child' | 'other-adult';
  readonly born: Day;
  readonly resident: boolean;
  readonly joinedOn: Day | null;
  readonly leftOn: Day | null;
  /** What makes the family one of the first programme rests on this member, whose data is whole. */
  readonly leading: boolean;
}

/** Someone who is so many years old on the look day. */
function bornBefore({ chance }: Given, look: Day, years: number): Day {
  return addDays(addMonths(look, -12 * years, 'clamp'), -chance.int(0, 364));
}

function moves({ chance, rates }: Given, { look, until }: Plot): Pick<Person, 'joinedOn' | 'leftOn'> {
  if (!chance.happens(rates['member-moves'])) return { joinedOn: null, leftOn: null };
  const joinedOn = chance.happens(0.5) ? addDays(look, chance.int(-700, 200)) : null;
  const leftOn = joinedOn === null || chance.happens(0.3) ? addDays(look, chance.int(201, 900)) : null;
  return { joinedOn, leftOn: leftOn !== null && leftOn < until ? leftOn : null };
}

const stays = { joinedOn: null, leftOn: null };

function adults(given: Given, plot: Plot): Omit<Person, 'id'>[] {
  const { chance, rates } = given;
  const { look } = plot;
  const role = chance.happens(0.08) ? 'carer' : 'parent';
  const years = role === 'carer' ? chance.int(48, 72) : chance.int(26, 50);
  const first = {
    role,
    born: bornBefore(given, look, years),
    resident: true,
    leading: true,
    ...stays,
  } as const;
  if (!chance.happens(rates['two-adults'])) return [first];
  const elsewhere = chance.happens(rates['non-resident-parent']);
  const second = elsewhere || chance.happens(0.75) ? 'parent' : 'other-adult';
  const born = bornBefore(given, look, chance.int(second === 'parent' ? 26 : 19, 55));
  return [first, { role: second, born, resident: !elsewhere, leading: false, ...moves(given, plot) }];
}

/** One to five, two being the most common. */
const sizes = [1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5] as const;

function siblings(given: Given, plot: Plot): Omit<Person, 'id'>[] {
  const { chance } = given;
  return Array.from({ length: chance.one(sizes) - 1 }, () => {
    if (chance.happens(0.05)) {
      const born = addDays(plot.look, chance.int(20, 400));
      if (born < plot.until)
        return { role: 'child' as const, born, resident: true, leading: false, ...stays, joinedOn: born };
    }
    const born = bornBefore(given, plot.look, chance.happens(0.08) ? chance.int(17, 20) : chance.int(0, 16));
    const resident = !chance.happens(0.05);
    return { role: 'child' as const, born, resident, leading: false, ...moves(given, plot) };
  });
}

const needChild: readonly Theme[] = ['crime', 'school', 'help'];

/** Old enough for school, or to be proceeded against, where that is a problem. */
function ageOfFirst({ chance }: Given, { problems }: Plot): number {
  if (problems.has('school')) return chance.int(10, 14);
  return problems.has('crime') ? chance.int(11, 16) : chance.int(0, 16);
}

/** One or two adults and, mostly, one to five children, the first of them old enough for whatever the plot needs. */
export function household(given: Given, plot: Plot): Person[] {
  const { chance, rates } = given;
  const needed = needChild.some((theme) => plot.problems.has(theme));
  const people = adults(given, plot);
  if (needed || !chance.happens(rates.childless)) {
    // At the edge an offender is about to turn 18, too old for school but not for an offence as a minor.
    const oldest = plot.edge && !plot.problems.has('school');
    const born = oldest
      ? addDays(addMonths(plot.look, -12 * 18, 'clamp'), chance.int(-1, 3))
      : bornBefore(given, plot.look, ageOfFirst(given, plot));
    people.push({ role: 'child', born, resident: true, leading: true, ...stays }, ...siblings(given, plot));
  }
  const left = chance.happens(rates['family-left']) ? addDays(plot.look, chance.int(150, 420)) : null;
  return people.map((person, at) => {
    const gone = left !== null && left < plot.until && (person.joinedOn ?? person.born) < left;
    return { id: `m${at + 1}`, ...person, ...(gone ? { leftOn: left } : {}) };
  });
}
