import { createSignal } from 'solid-js';
import type { Release } from '../api.ts';
import { dayAway } from '../day-away.ts';
import type { Found, Sought } from './asked.ts';
import type { Trial } from './create-trial.ts';
import { drawnOn, type Made, madeFamilies, madeName, profiles } from './made-family.ts';

/** How many families are looked at before it is said that none shows what is looked for. */
const mostLooked = 5000;

/** A day on which the families of a profile and the rules have something to say to each other. */
function dayFor(releases: readonly Release[], profile: string): string | undefined {
  const drawn = drawnOn(profile);
  const end = releases.at(-1)?.to;
  const last = end === undefined ? undefined : dayAway(end, -1);
  return last !== undefined && drawn !== undefined && last < drawn ? last : drawn;
}

/** Looks on until one is found, or enough were looked at; nothing where something else is looked for meanwhile. */
async function seekOn(trial: Trial, wanted: Sought): Promise<Found | undefined> {
  let looked = 0;
  for (;;) {
    const found = await trial.decided.seek({ ...wanted, from: wanted.from + looked });
    if (found === undefined) return undefined;
    looked += found.looked;
    if (found.index !== undefined || looked >= mostLooked) return { ...found, looked };
  }
}

/** Chooses among made families by what the rules find in them. */
export function createMade(trial: Trial) {
  const [profile, setProfile] = createSignal(profiles[0]?.id ?? '');
  const [seed, setSeed] = createSignal('1');
  const [shows, setShows] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [told, setTold] = createSignal('');
  const [last, setLast] = createSignal<Made>();

  const seedGiven = () => (/^\d{1,9}$/.test(seed()) ? Number(seed()) : undefined);
  const use = (made: Made) => {
    const family = madeFamilies(made.profile, made.seed)?.(made.index);
    if (family === undefined) return;
    setLast(made);
    trial.give({
      what: `Using made family ${madeName(made)}`,
      family: { ...family },
      origin: { kind: 'made', name: madeName(made) },
    });
    setTold(`Family ${family.id} is used: number ${made.index} of seed ${made.seed}.`);
  };
  const day = (): string | undefined => {
    const asked = trial.asOf();
    if (asked !== undefined) return asked;
    return dayFor(trial.reading.value()?.held.releases ?? [], profile());
  };
  const search = async (wanted: Sought): Promise<void> => {
    const found = await seekOn(trial, wanted);
    const { profile: from, seed: number } = wanted;
    if (found?.index !== undefined) use({ profile: from, seed: number, index: found.index });
    else if (found !== undefined) {
      setTold(`None of ${found.looked} families shows that. Look on, or look for something else.`);
      setLast({ profile: from, seed: number, index: wanted.from + found.looked - 1 });
    }
  };
  /** The next of the families that shows what is chosen, after the one that was used last. */
  const find = async () => {
    const number = seedGiven();
    const [asOf, rules] = [day(), trial.rules()?.key];
    if (number === undefined || asOf === undefined || rules === undefined || busy()) return;
    const before = last();
    const goesOn = before?.profile === profile() && before.seed === number;
    const from = goesOn ? before.index + 1 : 0;
    if (trial.asOf() === undefined) trial.setDay(asOf);
    if (shows() === '') {
      use({ profile: profile(), seed: number, index: from });
      return;
    }
    setBusy(true);
    setTold('Looking.');
    await search({ rules, asOf, profile: profile(), seed: number, shows: shows(), from });
    setBusy(false);
  };
  return {
    ...{ profile, setProfile, seed, setSeed, shows, setShows, busy, told, find },
    seedWrong: () => (seedGiven() === undefined ? 'give a whole number' : undefined),
  };
}
