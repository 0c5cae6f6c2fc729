import type { DecidingRules, ReadLine } from '../reading/read-version.ts';

/** The rules that a decision was made by: where each line is read, and what it says. */
export function createRules(version: () => DecidingRules) {
  return {
    addressOf: (line: string) => version().addressOf(line),
    lineOf: (line: string): ReadLine | undefined => version().anchors.at(line),
  };
}

export type Rules = ReturnType<typeof createRules>;
