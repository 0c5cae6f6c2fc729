/**
 * Every place in the navigation, in its group and in order. A place is shown once a screen has it and whoever asks may
 * open that screen; a group, once it has such a place.
 */
const groups = [
  { name: 'Rules', places: ['Rulesets', 'Drafts', 'Impact', 'Compare'] },
  { name: 'Families', places: ['Try a family', 'Cohorts'] },
  { name: 'Results', places: ['Programme', 'Claims', 'Decisions', 'Audit'] },
  { name: 'People and programs', places: ['People', 'Keys', 'API reference'] },
] as const;

export type Place = (typeof groups)[number]['places'][number];

/** What a place leads to. */
export interface Way {
  readonly place: Place;
  readonly href: string;
  /** Whether it leads out of the studio. */
  readonly external?: true;
}

export interface WayGroup {
  readonly name: string;
  readonly ways: readonly Way[];
}

/** The ways there are, each in its place. */
export function grouped(ways: readonly Way[]): readonly WayGroup[] {
  const wayTo = (place: Place) => ways.filter((way) => way.place === place);
  return groups
    .map(({ name, places }) => ({ name, ways: places.flatMap(wayTo) }))
    .filter((group) => group.ways.length > 0);
}
