import { createMemo } from 'solid-js';
import type { ComparedVersion } from '../../api.ts';
import { createReading } from '../../reading/create-reading.ts';

/** A version as it is compared, which the page can read where it is published. */
export function createRules(version: () => ComparedVersion | undefined) {
  const wanted = createMemo(() => {
    const one = version();
    if (one === undefined || one.draft !== null) return undefined;
    return { id: one.id, version: one.version, hash: one.hash };
  });
  return { ...createReading(() => wanted()), isDraft: () => typeof version()?.draft === 'string' };
}

/** The two versions that are compared, as far as the page can read them: their labels, and what decides by them. */
export function createRulesCompared(pair: () => readonly [ComparedVersion, ComparedVersion] | undefined) {
  const left = createRules(() => pair()?.[0]);
  const right = createRules(() => pair()?.[1]);
  /** The rulesets that are here, to name things by. */
  const rulesets = createMemo(() =>
    [left.value(), right.value()].flatMap((read) => (read === undefined ? [] : [read.checked.ruleset])),
  );
  return { left, right, rulesets };
}

export type RulesCompared = ReturnType<typeof createRulesCompared>;
