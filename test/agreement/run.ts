import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { questions } from '../arbitraries/question.ts';
import { disagreements } from './three-ways.ts';

// npm run agreement -- --pairs 100000 --seed 1: too long for every day, so that the short runs of the tests are believed.

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const wanted = Number(values.pairs);
let seed = Number(values.seed);
let pairs = 0;
let rulesets = 0;
let disagreeing = 0;
while (pairs < wanted && disagreeing === 0) {
  for (const given of fc.sample(questions, { seed, numRuns: 100 })) {
    const found = await disagreements(given);
    pairs += given.asked.length;
    rulesets += 1;
    if (found.length === 0) continue;
    disagreeing += 1;
    console.log(JSON.stringify({ seed, ...given }));
    for (const line of found) console.log(line);
    break;
  }
  seed += 1;
}
console.log(`${String(rulesets)} rulesets, ${String(pairs)} pairs, ${String(disagreeing)} disagreeing`);
process.exitCode = disagreeing > 0 ? 1 : 0;
