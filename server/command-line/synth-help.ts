import { rateNames, syntheticProfiles, syntheticRates } from '../../engine/index.ts';

const profiles = syntheticProfiles.map(({ id, title }) => `  ${id.padEnd(27)}${title}`).join('\n');

const rates = rateNames
  .map(
    (name) =>
      `  ${name.padEnd(21)}${String(syntheticRates[name].value).padEnd(6)}${syntheticRates[name].label}`,
  )
  .join('\n');

export const synthHelp = `
Writes invented families to standard output as NDJSON, one a line, for trying rules and measuring speed. They are of nobody:
ids are S-000001, members m1. The same profile, rates and seed give the same bytes everywhere, and the family at an index is
the same however many are asked for, so that a stream can be cut and resumed with --from-index.

Profiles
${profiles}
  or the path of a JSON file: {id, title, sources, drawnOn, rates: {name: {value, source}}}

Rates, and their value where the profile sets none. A rate is the share of families of whom it is so when they are looked at:
on the day they were attached or, if they were not, on the profile's drawnOn.
${rates}

Exit codes
  0  written
  1  the profile has errors
  2  bad usage, or a file that cannot be read

Examples
  npx threshold synth --families 1000 --seed 1 --profile hertfordshire > families.ndjson
  npx threshold synth --families 10 --seed 1 --profile hertfordshire --rate all-three=0.25 --rate patchy=0
  npx threshold synth --families 1000 --seed 1 --profile corners --from-index 1000
`;
