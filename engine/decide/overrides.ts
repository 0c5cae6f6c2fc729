import type { Outcome } from '../document/outcome.ts';
import type { Override } from '../family/family.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Run } from './run.ts';

/** Why a recorded judgement does not stand; undefined where it does. */
export function refusal(ruleset: Ruleset, run: Run, override: Override): string | undefined {
  const outcome = ruleset.outcomes.find(({ id }) => id === override.outcome);
  if (outcome === undefined) return `no outcome is named \`${override.outcome}\``;
  const place = override.part === null ? outcome : outcome.parts?.find(({ id }) => id === override.part);
  if (place === undefined) return `\`${override.outcome}\` has no part \`${override.part ?? ''}\``;
  if (override.on > run.asOf) return 'it was recorded after the day the rules see as today';
  if (place.override === undefined) return 'the ruleset permits no override here';
  return place.override.roles.includes(override.role)
    ? undefined
    : `the ruleset does not permit the role \`${override.role}\` to override here`;
}

/** The override that stands for an outcome, or for one of its parts: the latest, and of one day's the last listed. */
export function standing(
  ruleset: Ruleset,
  run: Run,
  at: { outcome: Outcome; part: string | null },
): Override | undefined {
  if (run.family.overrides.length === 0) return undefined;
  return run.family.overrides
    .filter(({ outcome, part }) => outcome === at.outcome.id && part === at.part)
    .filter((override) => refusal(ruleset, run, override) === undefined)
    .reduce<Override | undefined>(
      (latest, it) => (latest === undefined || it.on >= latest.on ? it : latest),
      undefined,
    );
}
