import { createMemo } from 'solid-js';
import type { ComparedVersion } from '../../api.ts';
import type { Ruleset } from '../../engine.ts';
import { createRules } from './create-rules-compared.ts';

/** The rulesets of versions, as far as the page has read them, the last of the versions first: a thing goes by its newest label. */
export function createLabels(versions: () => readonly ComparedVersion[]): () => readonly Ruleset[] {
  const all = createMemo(() => versions().map((version) => createRules(() => version)));
  const labels = createMemo(() =>
    all()
      .flatMap((rules) => rules.value()?.checked.ruleset ?? [])
      .reverse(),
  );
  return labels;
}
