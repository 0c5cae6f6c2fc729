import { addDays, addMonths, ageOn, type Day } from '../time/civil-date.ts';
import type { Person } from './household.ts';
import { yearBefore, type Theme } from './plot.ts';
import type { Row, Story } from './story.ts';

type Counts = readonly [before: number, after: number];

/** Events in the six months before and after joining: falls of 33%, 60% and others on either side of them. */
const falls: readonly [Counts, ...Counts[]] = [
  [1, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [3, 1],
  [3, 2],
  [5, 2],
  [6, 4],
  [4, 1],
  [2, 0],
];
const others: readonly [Counts, ...Counts[]] = [
  [1, 1],
  [1, 1],
  [2, 2],
  [0, 1],
  [1, 2],
  [3, 3],
  [4, 3],
  [5, 3],
  [2, 3],
  [4, 2],
];

/** Tells events by half years from a year before joining, as many in each as the counts say. */
function byHalfYears(story: Story, ends: boolean, tell: (on: Day) => void): void {
  const { chance, plot } = story;
  const [before, after] = ends ? chance.one(falls) : chance.one(others);
  for (let half = -2; half <= 4; half += 1) {
    const from = addMonths(plot.look, 6 * half, 'clamp');
    const to = addMonths(plot.look, 6 * (half + 1), 'clamp');
    const later = ends ? Math.min(after, 1) - (half > 1 ? 1 : 0) : after;
    const count = half < 0 ? before : half === 0 ? after : later;
    for (let at = 0; at < count; at += 1) tell(addDays(from, chance.int(0, to - from - 1)));
  }
}

const disposals = ['conviction', 'caution', 'youth-restorative-disposal', 'other-disposal'] as const;

function offence(story: Story, on: Day, { person, proven }: { person: Person; proven: Row }): void {
  const disposal = proven['proven'] === true ? story.said('disposal', story.chance.one(disposals)) : {};
  story.event('offence', on, { member: person.id, ...proven, ...disposal });
}

/** Whether someone belongs to the family on a day. */
function isThere({ joinedOn, leftOn }: Person, on: Day): boolean {
  return (joinedOn === null || joinedOn <= on) && (leftOn === null || on < leftOn);
}

/** Those of an age to be proceeded against as a minor on a day. */
function minorOn(person: Person, on: Day): boolean {
  const age = ageOn(person.born, on, '1-march');
  return age >= 10 && age < 18;
}

const proven = { proven: true } as const;

function youthOffences(story: Story, person: Person): void {
  const { chance, plot } = story;
  story.kept.add('offence');
  const certain = plot.edge ? yearBefore(plot) : story.before(5, 355);
  offence(story, certain, { person, proven });
  byHalfYears(story, story.ends('crime'), (on) => {
    if (minorOn(person, on))
      offence(story, on, { person, proven: on < plot.look ? proven : story.said('proven', true) });
  });
  if (chance.happens(0.2)) offence(story, story.before(1, 300), { person, proven: { proven: false } });
}

const orders = ['asbo', 'asb-injunction', 'acceptable-behaviour-contract'] as const;
const housingOrders = [
  'notice-seeking-possession',
  'housing-injunction',
  'demotion-order',
  'eviction',
] as const;
const newOrders = ['criminal-behaviour-order', 'civil-injunction', 'community-protection-notice'] as const;

/** The Act of 2014 came into force in 2014 and 2015: both kinds of order were in use. */
function intervention(story: Story, on: Day): void {
  const { chance } = story;
  const kind = chance.one([chance.one(orders), chance.one(housingOrders), chance.one(newOrders)]);
  const old = ({ born }: Person) => ageOn(born, on, '1-march') >= 10;
  const person = chance.oneOf(story.people.filter((one) => old(one) && isThere(one, on)));
  const member = person !== undefined && chance.happens(0.7) ? { member: person.id } : {};
  story.event('asb-intervention', on, { ...member, kind });
}

function interventions(story: Story): void {
  const { plot } = story;
  story.kept.add('asb-intervention');
  intervention(story, plot.edge ? yearBefore(plot) : story.before(0, 360));
  if (!story.ends('crime')) intervention(story, story.after(30, 600));
}

/** What does not make a youth crime problem: what was long ago, what was not proven, closure orders, adults. */
function nearMisses(story: Story): void {
  const { chance, plot } = story;
  const child = chance.oneOf(story.children.filter((person) => minorOn(person, plot.look)));
  const longAgo = () => (plot.edge ? addDays(yearBefore(plot), -1) : story.before(370, 800));
  if (child !== undefined && story.old()) offence(story, longAgo(), { person: child, proven });
  if (child !== undefined && story.old()) {
    offence(story, story.before(1, 360), { person: child, proven: story.said('proven', false) });
  }
  if (story.old()) intervention(story, longAgo());
  if (story.old()) story.event('asb-intervention', story.before(0, 360), { kind: 'closure-order' });
}

function incidents(story: Story): void {
  const { chance } = story;
  if (!chance.happens(story.has('crime') ? 0.8 : 0.1)) return;
  const ends = story.has('crime') ? story.ends('crime') : chance.happens(story.rates.improves);
  byHalfYears(story, ends, (on) => {
    const person = chance.oneOf(story.people);
    const member = person !== undefined && chance.happens(0.7) ? { member: person.id } : {};
    story.event('asb-incident', on, member);
  });
}

function adultOffences(story: Story, theme: Theme): void {
  const { chance } = story;
  const person = chance.oneOf(story.adults);
  if (person === undefined || !story.has(theme)) return;
  offence(story, story.before(0, 360), { person, proven: story.said('proven', true) });
  if (!story.ends(theme)) offence(story, story.after(1, 500), { person, proven: story.said('proven', true) });
}

export function tellCrime(story: Story): void {
  const { chance, plot } = story;
  const young = story.children.find(({ leading }) => leading);
  if (plot.problems.has('crime')) {
    const how = chance.int(1, 3);
    if (how !== 2 && young !== undefined) youthOffences(story, young);
    if (how !== 1 || young === undefined) interventions(story);
  } else nearMisses(story);
  if (plot.later.has('crime')) {
    if (young !== undefined) offence(story, story.after(10, 500), { person: young, proven });
    intervention(story, story.after(10, 500));
  }
  incidents(story);
  adultOffences(story, 'justice');
}
