import { addDays, dayOf, type Day } from '../time/civil-date.ts';
import type { Person } from './household.ts';
import type { Row, Story } from './story.ts';

/** Universal Credit was paid here from late 2013. */
const creditFrom = dayOf(2013, 10, 1);

const benefits = ['JSA', 'JSA', 'ESA', 'IS', 'IB', 'CA', 'SDA', 'UC', 'UC'] as const;

function benefitKind(story: Story, from: Day): string {
  const kind = story.chance.one(benefits);
  return kind === 'UC' && from < creditFrom ? 'JSA' : kind;
}

function details(story: Story, kind: string): Row {
  if (kind !== 'UC') return {};
  return {
    ...story.said('mustSeekWork', story.chance.happens(0.6)),
    ...story.said('earning', story.chance.happens(0.2)),
  };
}

/** Through which provision work came; said to be none, mostly. */
function via(story: Story): Row {
  const { chance } = story;
  if (chance.happens(0.85)) return story.said('via', null);
  return story.said('via', chance.one(['work-programme', 'esf-provision'] as const));
}

/** Work from a day on: for good, or so long that it lies on the edge of a rule, or broken off. */
function work(story: Story, person: Person, from: Day): void {
  const { chance, plot } = story;
  const told = (span: { from: Day; to: Day | null }) => {
    story.spell('employment', span, { member: person.id, ...via(story) });
  };
  if (plot.edge && chance.happens(0.5)) {
    // 13 weeks exactly; or 26 of 30 with four between.
    const first = addDays(from, 7 * 13);
    told({ from, to: first });
    const gap = chance.one([0, 28, 29]);
    if (gap > 0) told({ from: addDays(first, gap), to: addDays(first, gap + 7 * 13) });
  } else if (chance.happens(0.2)) told({ from, to: addDays(from, chance.int(30, 200)) });
  else told({ from, to: null });
}

function claimant(story: Story, person: Person): void {
  const { chance, plot } = story;
  const from = plot.edge ? plot.look : story.before(30, 1500);
  const kind = benefitKind(story, from);
  const ends = story.ends('work');
  const leaves = ends ? plot.turn : story.after(200, 1500);
  // The benefit is paid on the look day, even where it ends with it.
  const to = ends || chance.happens(0.15) ? addDays(leaves, leaves <= plot.look ? 1 : 0) : null;
  story.spell('benefit', { from, to }, { member: person.id, kind, ...details(story, kind) });
  if (ends && to !== null) work(story, person, addDays(to, chance.one([0, 0, 7])));
  if (ends && to !== null && chance.happens(0.1)) {
    const relapse = { from: addDays(to, chance.int(60, 300)), to: null };
    const again = benefitKind(story, relapse.from);
    story.spell('benefit', relapse, { member: person.id, kind: again, ...details(story, again) });
  }
}

/** No out-of-work benefit on the look day: one that ended before, one that is none, work, or nothing at all. */
function others(story: Story, person: Person): void {
  const { chance, plot } = story;
  const member = person.id;
  if (chance.happens(0.25)) {
    const to = plot.edge ? plot.look : story.before(0, 300);
    const from = addDays(to, -chance.int(30, 900));
    const kind = benefitKind(story, from);
    story.spell('benefit', { from, to }, { member, kind, ...details(story, kind) });
  }
  if (chance.happens(0.05)) {
    story.spell('benefit', { from: story.before(30, 900), to: null }, { member, kind: 'DLA' });
  }
  if (chance.happens(0.7)) work(story, person, story.before(1, 1200));
}

function steps(story: Story, person: Person): void {
  const { chance, plot } = story;
  if (!chance.happens(story.has('work') ? 0.3 : story.rates.background)) return;
  const kind = chance.one(['volunteered', 'esf-provision'] as const);
  const on = plot.edge ? plot.look : story.after(-100, 400);
  story.event('work-programme', on, { member: person.id, kind });
}

export function tellWork(story: Story): void {
  const { chance } = story;
  if (story.has('work')) story.kept.add('benefit');
  for (const person of story.adults) {
    const without = story.has('work') && (person.leading || chance.happens(0.4));
    if (without) claimant(story, person);
    else others(story, person);
    if (story.plot.later.has('work') && person.leading) {
      const from = story.after(20, 300);
      const kind = benefitKind(story, from);
      story.spell('benefit', { from, to: null }, { member: person.id, kind, ...details(story, kind) });
    }
    steps(story, person);
  }
}
