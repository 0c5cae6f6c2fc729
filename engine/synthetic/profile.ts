import * as z from 'zod';
import { civilDay, label, name } from '../document/names.ts';
import { source, sources } from '../document/source.ts';
import { rates, rateNames, type RateName, type Rates } from './rates.ts';

/** How often what happens in synthetic families. A rate it does not set has the value that `rates` gives. */
export const syntheticProfile = z.strictObject({
  id: name,
  title: label,
  sources,
  /** The last day of which anything is known; a family that is not attached is looked at on it. */
  drawnOn: civilDay,
  /** Shares from 0 to 1, both inside, read to a millionth. */
  rates: z.record(name, z.strictObject({ value: z.number().min(0).max(1), source })),
});
export type SyntheticProfile = z.infer<typeof syntheticProfile>;

/** The profile with some rates set otherwise, on the word of whoever asks. */
export function withRates(document: SyntheticProfile, set: ReadonlyMap<RateName, number>): SyntheticProfile {
  const asked = [...set].map(
    ([key, value]) => [key, { value, source: { ref: 'asked', standing: 'unverified' as const } }] as const,
  );
  return {
    ...document,
    sources: { ...document.sources, asked: { title: 'Asked for, whoever made the families' } },
    rates: { ...document.rates, ...Object.fromEntries(asked) },
  };
}

/** Every rate there is, as the profile has it. */
export function ratesOf(document: SyntheticProfile): Rates {
  const values = rateNames.map((key) => [key, document.rates[key]?.value ?? rates[key].value]);
  // Every name of a rate is among the keys, which is more than `fromEntries` can say.
  return Object.fromEntries(values) as Rates;
}
