import { describe, expect, test } from 'vitest';
import { grouped, type Place, type Way } from '../../studio/frame/navigation.ts';

const to = (...places: readonly Place[]): readonly Way[] =>
  places.map((place) => ({ place, href: `/${place}` }));
const shown = (ways: readonly Way[]) =>
  grouped(ways).map(({ name, ways: those }) => [name, ...those.map(({ place }) => place)]);

describe('the navigation', () => {
  test.for([
    { ways: to(), groups: [], why: 'no way, no group' },
    {
      ways: to('Keys', 'Drafts', 'Rulesets', 'People'),
      groups: [
        ['Rules', 'Rulesets', 'Drafts'],
        ['People and programs', 'People', 'Keys'],
      ],
      why: 'in the order of the places, whatever that of the screens',
    },
    { ways: to('Audit'), groups: [['Results', 'Audit']], why: 'a group comes with its first screen' },
    { ways: to('Audit', 'Decisions'), groups: [['Results', 'Decisions', 'Audit']], why: 'decisions first' },
    {
      ways: to('Compare', 'Try a family', 'Cohorts', 'Impact', 'Programme'),
      groups: [
        ['Rules', 'Impact', 'Compare'],
        ['Families', 'Try a family', 'Cohorts'],
        ['Results', 'Programme'],
      ],
      why: 'each screen that is to come has its place',
    },
  ])('$why', ({ ways, groups }) => {
    expect(shown(ways)).toEqual(groups);
  });
});
