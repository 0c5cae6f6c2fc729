import type { Draft } from '../api.ts';
import type { VersionName } from '../addresses.ts';

export type NewKind = Draft['kind'];

const kinds: readonly NewKind[] = ['ruleset', 'calendar', 'vocabulary', 'unit-costs', 'programme'];

/** What an address asks to be begun; a ruleset where it does not say. */
export const kindAsked = (asked: string | undefined): NewKind =>
  kinds.find((one) => one === asked) ?? 'ruleset';

/** The version that an address asks to lay a ruleset over: `phase-2@2.0.0`. */
export function overAsked(asked: string | undefined): VersionName | undefined {
  const [id, version] = (asked ?? '').split('@');
  return id && version ? { id, version } : undefined;
}
