import { readingAddress } from '../addresses.ts';
import type { ReadLine, ReadVersion } from '../reading/read-version.ts';

/** The rules that a decision was made by: where each line is read, and what it says. */
export function createRules(version: () => ReadVersion) {
  return {
    addressOf: (line: string) => readingAddress(version().held, line),
    lineOf: (line: string): ReadLine | undefined => version().anchors.at(line),
  };
}

export type Rules = ReturnType<typeof createRules>;
