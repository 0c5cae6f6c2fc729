import { readingAddress } from '../addresses.ts';
import type { Decision } from '../api.ts';
import { createReading } from '../reading/create-reading.ts';
import type { ReadLine } from '../reading/read-version.ts';

/** The rules that a decision was made by: where each line is read, and what it says once that is known. */
export function createRules(ruleset: () => Decision['ruleset']) {
  const reading = createReading(() => {
    const { id, version, hash } = ruleset();
    return { id, version, hash };
  });
  /** Of exactly the version that decided: another content under the same number is not quoted. */
  const exact = () => {
    const read = reading.value();
    return read?.held.hash === ruleset().hash ? read : undefined;
  };
  return {
    addressOf: (line: string) => readingAddress(ruleset(), line),
    lineOf: (line: string): ReadLine | undefined => exact()?.anchors.at(line),
  };
}

export type Rules = ReturnType<typeof createRules>;
