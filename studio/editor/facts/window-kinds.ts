import { isObject } from '../value.ts';

export type WindowKind =
  | 'lastTerms'
  | 'lastDays'
  | 'lastWeeks'
  | 'lastMonths'
  | 'lastYears'
  | 'since'
  | 'after'
  | 'before'
  | 'on'
  | 'ever';

interface WindowRow {
  readonly word: string;
  /** What one begins with. */
  readonly fresh: Readonly<Record<string, unknown>>;
}

/** Every kind of window. One that has just been chosen is whole, and is then put right. */
export const windowKinds: Readonly<Record<WindowKind, WindowRow>> = {
  lastTerms: { word: 'the last school terms', fresh: { lastTerms: 1 } },
  lastDays: { word: 'the last days', fresh: { lastDays: 1, includes: true } },
  lastWeeks: { word: 'the last weeks', fresh: { lastWeeks: 1, includes: true } },
  lastMonths: { word: 'the last months', fresh: { lastMonths: 1, includes: true } },
  lastYears: { word: 'the last years', fresh: { lastYears: 1, includes: true } },
  since: { word: 'since a day of the family', fresh: { since: 'attachedOn', includes: true } },
  after: { word: 'so long after a day of the family', fresh: { after: 'attachedOn', months: 1 } },
  before: { word: 'so long before a day of the family', fresh: { before: 'attachedOn', months: 1 } },
  on: { word: 'on one day', fresh: { on: 'lookedFrom' } },
  ever: { word: 'at any time', fresh: { ever: true, includes: true } },
};

export const windowNames = Object.keys(windowKinds) as readonly WindowKind[];
/** Those that a fall is measured in. */
export const relativeWindows: readonly WindowKind[] = ['lastDays', 'lastWeeks', 'lastMonths', 'lastYears'];

export function windowKindOf(value: unknown): WindowKind | undefined {
  return isObject(value) ? windowNames.find((name) => Object.hasOwn(value, name)) : undefined;
}
