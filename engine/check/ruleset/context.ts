import type { Finding } from '../finding.ts';
import type { Calendar } from '../../document/calendar.ts';
import type { Place } from '../../document/places.ts';
import type { Ruleset } from '../../document/ruleset.ts';
import type { Vocabulary } from '../../document/vocabulary.ts';

/** What can be looked at without a vocabulary. */
export interface Rules {
  readonly ruleset: Ruleset;
  readonly places: readonly Place[];
}

export interface Context extends Rules {
  readonly vocabulary: Vocabulary;
  /** The fallback first. */
  readonly calendars: readonly Calendar[];
}

export type Check = (context: Context) => Finding[];
export type RulesCheck = (rules: Rules) => Finding[];

/** The entry of that name, and never one that every object inherits. */
export function entry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What is gathered from rules once, however many checks look at it. */
export function gathered<Of>(gather: (rules: Rules) => readonly Of[]): (rules: Rules) => readonly Of[] {
  const held = new WeakMap<Ruleset, readonly Of[]>();
  return (rules) => {
    const known = held.get(rules.ruleset) ?? gather(rules);
    held.set(rules.ruleset, known);
    return known;
  };
}
