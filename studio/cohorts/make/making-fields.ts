import { type RateName, rateNames, syntheticProfiles, syntheticRates } from '../../engine.ts';
import { isoDay } from '../../ui/day-text.ts';
import { titleNeeded } from '../title-needed.ts';

/** Families made at once, at most: more are made by `threshold synth`, and uploaded. */
export const mostMade = 200_000;

type Plain = 'title' | 'families' | 'profile' | 'seed' | 'day';
export type MakingField = Plain | RateName;

/** The rate that a profile has, as a percentage. */
export function rateOf(profile: string, name: RateName): number {
  const named = syntheticProfiles.find(({ id }) => id === profile);
  return (named?.rates[name]?.value ?? syntheticRates[name].value) * 100;
}

/** A percentage as it is typed: from 0 to 100, with figures after a point. */
const percentage = /^(100(\.0+)?|\d{1,2}(\.\d{1,4})?)$/;

const [first] = syntheticProfiles;

/** The day until which families of a profile are known, as its three fields keep it. */
export const dayOf = (profile: string) => {
  const [year = '', month = '', day = ''] = (
    syntheticProfiles.find(({ id }) => id === profile)?.drawnOn ?? ''
  ).split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
};

/** What the form begins with: the first profile, and every rate as it has it. */
export const fieldsOf = (): Record<MakingField, string> => ({
  ...{ title: '', families: '1000', profile: first?.id ?? '', seed: '1', day: dayOf(first?.id ?? '') },
  // because every name of a rate is among the keys, which is more than `fromEntries` can say
  ...(Object.fromEntries(rateNames.map((name) => [name, ''])) as Record<RateName, string>),
});

export type Mistakes = Partial<Record<MakingField, string>>;

/** What is wrong with what was typed, before anything is made. */
export function mistakesIn(typed: Readonly<Record<MakingField, string>>): Mistakes {
  const { title, families, seed, day } = typed;
  const count = Number(families);
  const rates = rateNames.filter((name) => typed[name] !== '' && !percentage.test(typed[name]));
  return {
    ...(title.trim() === '' && { title: titleNeeded }),
    ...(!(/^\d{1,6}$/.test(families) && count > 0 && count <= mostMade) && {
      families: `enter how many families, from 1 to ${mostMade.toLocaleString('en-GB')}`,
    }),
    ...(!/^\d{1,9}$/.test(seed) && { seed: 'enter a whole number of at most nine figures' }),
    ...(isoDay(day) === undefined && { day: 'enter a day that there is' }),
    ...Object.fromEntries(rates.map((name) => [name, 'enter a percentage from 0 to 100'])),
  };
}
