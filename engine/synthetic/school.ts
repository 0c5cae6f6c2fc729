import { ageOn, addDays } from '../time/civil-date.ts';
import type { Person } from './household.ts';
import { attends, dayIn, termsBetween, type UsualTerm } from './school-year.ts';
import type { Story } from './story.ts';

const troubles = ['absence', 'exclusions', 'permanent', 'placement', 'off-roll'] as const;

/** How school goes for one child; `fine` may still be near the edge of trouble. */
type Course = (typeof troubles)[number] | 'authorised' | 'fine' | 'no-sessions';

interface Pupil {
  readonly child: Person;
  readonly course: Course;
  readonly terms: readonly UsualTerm[];
  /** Of those, the ones in which things go badly. */
  readonly bad: ReadonlySet<UsualTerm>;
  /** Rows of this pupil are all there. */
  readonly whole: boolean;
}

interface Absence {
  readonly authorised: number;
  readonly unauthorised: number;
}

/** In hundredths of the sessions, except at the edge: there 15% exactly, or one session fewer. */
function absenceIn(story: Story, { course, bad }: Pupil, term: UsualTerm): Absence {
  const { chance, plot } = story;
  const isBad = bad.has(term);
  const share = (from: number, to: number) => Math.floor((term.possible * chance.int(from, to)) / 100);
  const edge = (term.possible * 15) / 100;
  if (course === 'absence' && isBad) {
    return { authorised: share(0, 8), unauthorised: plot.edge ? edge : share(17, 45) };
  }
  if (course === 'authorised')
    return { authorised: isBad ? share(12, 30) : share(0, 5), unauthorised: share(0, 4) };
  if (plot.edge && chance.happens(0.5)) return { authorised: 0, unauthorised: edge - 1 };
  return { authorised: share(0, 5), unauthorised: share(0, 5) };
}

function attendance(story: Story, pupil: Pupil): void {
  const { chance, rates, plot } = story;
  const { child, course, terms, whole } = pupil;
  for (const term of terms) {
    const missing = chance.happens(rates['missing-term']);
    if (missing && !whole) continue;
    const { authorised, unauthorised } = absenceIn(story, pupil, term);
    const offRoll = course === 'off-roll' && pupil.bad.has(term) && term.from > addDays(plot.look, -150);
    const row = { member: child.id, term: term.id };
    if (offRoll || course === 'no-sessions') {
      story.add('term-attendance', { ...row, possible: 0, authorised: 0, unauthorised: 0 });
    } else {
      const said = whole ? { authorised, unauthorised } : absenceSaid(story, { authorised, unauthorised });
      story.add('term-attendance', { ...row, possible: term.possible, ...said });
    }
  }
}

function absenceSaid(story: Story, { authorised, unauthorised }: Absence) {
  return { ...story.said('authorised', authorised), ...story.said('unauthorised', unauthorised) };
}

function exclude(story: Story, { child }: Pupil, at: { term: UsualTerm; kind: string }): void {
  const on = dayIn(at.term, story.chance);
  const sessions = story.said('sessions', story.chance.int(1, 20));
  story.event('exclusion', on, { member: child.id, kind: at.kind, ...sessions });
}

/** The term before the last that is over: on every calendar one of the last three. */
function certainTerm(story: Story, terms: readonly UsualTerm[]): UsualTerm | undefined {
  const over = terms.filter(({ to }) => to < story.plot.look);
  return over.at(-2);
}

function exclusions(story: Story, pupil: Pupil): void {
  const { chance, plot } = story;
  const certain = certainTerm(story, pupil.terms);
  const times = (count: number, term: UsualTerm, kind = 'fixed-term') => {
    for (let at = 0; at < count; at += 1) exclude(story, pupil, { term, kind });
  };
  if (pupil.course === 'permanent' && certain !== undefined) times(1, certain, 'permanent');
  if (pupil.course === 'exclusions') {
    if (certain !== undefined) times(plot.edge ? 3 : chance.int(3, 6), certain);
    for (const term of pupil.terms) {
      if (pupil.bad.has(term) && term.from > plot.look) times(plot.edge ? 1 : chance.int(1, 3), term);
    }
    return;
  }
  const past = pupil.terms.filter(({ to }) => to < plot.look);
  const distant = past.at(-6);
  if (distant !== undefined && story.old())
    times(chance.int(1, 4), distant, chance.one(['fixed-term', 'permanent']));
  const near = past.at(-1);
  if (near !== undefined && story.old()) times(plot.edge ? 2 : chance.int(1, 2), near);
}

const outOfSchool = ['pupil-referral-unit', 'alternative-provision'] as const;

function place(story: Story, pupil: Pupil): void {
  const { chance, plot } = story;
  const { child, course } = pupil;
  const ends = story.ends('school') || (!story.has('school') && chance.happens(0.5));
  const span = { from: plot.edge ? plot.look : story.before(20, 300), to: ends ? plot.turn : null };
  const member = child.id;
  if (course === 'off-roll') story.spell('school-placement', span, { member, kind: 'not-on-roll' });
  else if (course === 'placement') {
    const because = { becauseExcluded: true, ...story.said('becauseOfBehaviour', chance.happens(0.5)) };
    story.spell('school-placement', span, { member, kind: chance.one(outOfSchool), ...because });
  } else if (story.old()) {
    const because = {
      ...story.said('becauseExcluded', false),
      ...story.said('becauseOfBehaviour', chance.happens(0.6)),
    };
    story.spell('school-placement', span, { member, kind: chance.one(outOfSchool), ...because });
  } else if (chance.happens(0.15)) {
    const kind = chance.happens(0.85) ? 'mainstream' : 'special';
    story.spell('school-placement', { from: story.before(300, 900), to: null }, { member, kind });
  }
  if (story.old()) {
    const past = { from: story.before(600, 900), to: plot.edge ? plot.look : story.before(400, 590) };
    story.spell('school-placement', past, { member, kind: 'not-on-roll' });
  }
}

/** A child whom a problem found later concerns, or a sibling who begins to stay away. */
function beginsLater(story: Story, child: Person): boolean {
  return (story.plot.later.has('school') && child.leading) || (!child.leading && story.chance.happens(0.05));
}

function courseOf(story: Story, child: Person): Course {
  const { chance } = story;
  if (story.has('school') && (child.leading || chance.happens(0.15))) return chance.one(troubles);
  const unlucky = chance.int(1, 40);
  return unlucky === 1 ? 'no-sessions' : unlucky <= 3 ? 'authorised' : 'fine';
}

function pupilOf(story: Story, child: Person): Pupil {
  const { plot } = story;
  const first = courseOf(story, child);
  const later = first === 'fine' && beginsLater(story, child);
  const course: Course = later ? 'absence' : first;
  const ends = story.ends('school') || later;
  const terms = termsBetween(addDays(plot.look, -900), plot.until).filter((term) =>
    attends(child.born, term),
  );
  const isBad = ({ to }: UsualTerm) => (later ? to > plot.look : to <= plot.turn || !ends);
  const whole = story.has('school') && child.leading;
  return { child, course, terms, bad: new Set(terms.filter(isBad)), whole };
}

/** What those past school do. */
function afterSchool(story: Story, child: Person): void {
  const { chance, plot } = story;
  const age = ageOn(child.born, plot.look, '1-march');
  if (age < 15 || age > 19) return;
  const span = { from: story.before(1, 200), to: chance.happens(0.5) ? story.after(60, 500) : null };
  const member = child.id;
  if (chance.happens(0.6)) {
    const kind = chance.one(['school', 'college', 'apprenticeship', 'training'] as const);
    story.spell('education-or-training', span, {
      member,
      kind,
      ...story.said('fullTime', chance.happens(0.7)),
    });
  } else if (age >= 16 && chance.happens(0.5)) {
    story.spell('employment', span, { member, ...story.said('via', null) });
  }
}

export function tellSchool(story: Story): void {
  if (story.has('school'))
    for (const type of ['term-attendance', 'exclusion', 'school-placement']) story.kept.add(type);
  for (const child of story.children) {
    const pupil = pupilOf(story, child);
    if (pupil.terms.length > 0) {
      attendance(story, pupil);
      exclusions(story, pupil);
      place(story, pupil);
    }
    afterSchool(story, child);
  }
}
