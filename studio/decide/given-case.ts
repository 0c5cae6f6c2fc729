import { type CaseFile, checkCases, type CheckedRuleset, givenFamily } from '../engine.ts';
import { type FamilyDocument, isObject } from '../family/family-document.ts';
import type { DecidingRules } from '../reading/read-version.ts';

type RulesetCase = CaseFile['cases'][number];

/** A case that comes with a version: its family, and the day it is decided on. */
export interface GivenCase extends Pick<RulesetCase, 'id' | 'name' | 'asOf' | 'restateAttachment'> {
  readonly family: () => FamilyDocument | undefined;
}

const read = new WeakMap<CheckedRuleset, readonly GivenCase[]>();

function casesIn({ held, checked }: DecidingRules): readonly GivenCase[] {
  const file = checkCases(held.cases, checked.ruleset);
  if (!file.ok) return [];
  return file.value.cases.map(({ id, name, asOf, restateAttachment, given }) => ({
    ...{ id, name, asOf, restateAttachment },
    family: () => {
      const family = givenFamily(file.value, given);
      return family.ok && isObject(family.value) ? family.value : undefined;
    },
  }));
}

/** The cases of a version, read once; none where it has none. */
export function casesOf(version: DecidingRules): readonly GivenCase[] {
  const before = read.get(version.checked);
  if (before !== undefined) return before;
  const cases = casesIn(version);
  read.set(version.checked, cases);
  return cases;
}
