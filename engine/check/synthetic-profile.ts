import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import type { SyntheticProfile } from '../synthetic/profile.ts';
import { isRateName, rateNames } from '../synthetic/rates.ts';
import { step } from '../pointer.ts';
import type { Diagnostic } from './diagnostic.ts';
import { readSyntheticProfile } from './document.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { near } from './near.ts';
import { checkSources } from './sources.ts';

/** The programme began on the first; days near the second are still written with four figures for the year. */
const span = { from: '2012-10-01', to: '2100-01-01' };

function unknownRates({ rates }: SyntheticProfile): Finding[] {
  return Object.keys(rates)
    .filter((name) => !isRateName(name))
    .map((name) =>
      finding('unknown-key', step('/rates', name), {
        message: `no rate is named ${quote(name)}`,
        suggestion: near(name, () => rateNames),
      }),
    );
}

function outOfProgramme({ drawnOn }: SyntheticProfile): Finding[] {
  if (drawnOn >= span.from && drawnOn < span.to) return [];
  const message = `${quote(drawnOn)} is not from ${quote(span.from)} until ${quote(span.to)}`;
  return [finding('out-of-range', '/drawnOn', { message })];
}

/** Checks a profile of synthetic families: its form, that its rates are rates, and its sources. Never throws. */
export function checkSyntheticProfile(document: unknown): Result<SyntheticProfile, Diagnostic[]> {
  const read = readSyntheticProfile(document);
  if (!read.ok) return read;
  const profile = read.value;
  const findings = [
    ...unknownRates(profile),
    ...outOfProgramme(profile),
    ...checkSources(profile, profile.sources),
  ];
  return findings.length === 0 ? ok(profile) : err(inOrder(findings));
}
