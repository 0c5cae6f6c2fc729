import { addDays, formatDay, type Day } from '../time/civil-date.ts';
import { familyTypes, recordTypes } from './catalogue.ts';
import type { Person } from './household.ts';
import type { Row, Story } from './story.ts';

/** What was supplied: records of every type but those that are missing, and where some are known to be complete. */
export interface Supplied {
  readonly records: Readonly<Record<string, readonly Row[]>>;
  readonly coverage: Readonly<Record<string, readonly Row[]>>;
}

type Spans = readonly (readonly [from: Day, to: Day])[];

/** Complete to the end, up to a day, from a day, or but for some months around the look day. */
function spansOf(story: Story): Spans {
  const { chance, plot } = story;
  const first = addDays(plot.look, -1500);
  const last = addDays(plot.look, 1500);
  const hole = story.after(-330, 300);
  switch (chance.int(1, 4)) {
    case 1:
      return [[first, last]];
    case 2:
      return [[first, plot.edge ? plot.look : hole]];
    case 3:
      return [[plot.edge ? plot.look : hole, last]];
    default:
      return [
        [first, hole],
        [addDays(hole, chance.int(1, 150)), last],
      ];
  }
}

function coverageOf(story: Story, type: string): Row[] {
  const { chance } = story;
  const person = chance.happens(0.15) && !familyTypes.has(type) ? chance.oneOf(story.people) : undefined;
  return spansOf(story).map(([from, to]) => ({
    from: formatDay(from),
    to: formatDay(to),
    ...(person === undefined ? {} : { member: person.id }),
  }));
}

const notes: readonly [Row, ...Row[]] = [
  { source: 'council data' },
  { evidence: 'case file' },
  { verifiedBy: 'data team' },
];

/** Who says so, on some records. */
function noted(story: Story, rows: readonly Row[]): Row[] {
  return rows.map((row) => (story.chance.happens(0.02) ? { ...row, ...story.chance.one(notes) } : row));
}

export function suppliedOf(story: Story): Supplied {
  const { chance, rates } = story;
  const poor = chance.happens(rates.poor);
  const patchy = chance.happens(rates.patchy);
  const share = poor ? 0.4 : patchy ? 0.06 : 0;
  const records: [string, readonly Row[]][] = [];
  const coverage: [string, readonly Row[]][] = [];
  for (const type of recordTypes) {
    const rows = story.records.get(type) ?? [];
    const fate = share > 0 && chance.happens(share) ? chance.int(1, 3) : 0;
    const absent = fate === 1 && !story.kept.has(type);
    if (!absent) records.push([type, noted(story, rows)]);
    if (fate > 1) coverage.push([type, coverageOf(story, type)]);
  }
  return { records: Object.fromEntries(records), coverage: Object.fromEntries(coverage) };
}

/** A member as supplied: of those on whom no problem rests, some things are not known. */
export function memberOf(story: Story, person: Person, personRef: string | undefined): Row {
  const { chance, rates } = story;
  const unknown = !person.leading && chance.happens(rates['no-birth-date']);
  return {
    id: person.id,
    role: person.role,
    ...(unknown ? {} : { dateOfBirth: formatDay(person.born) }),
    ...(person.leading ? { resident: person.resident } : story.said('resident', person.resident)),
    ...(person.joinedOn === null ? {} : { joinedOn: formatDay(person.joinedOn) }),
    ...(person.leftOn === null ? {} : { leftOn: formatDay(person.leftOn) }),
    ...(personRef === undefined ? {} : { personRef }),
  };
}
