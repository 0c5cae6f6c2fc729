import { addDays, type Day } from '../time/civil-date.ts';
import { headings, type Theme } from './plot.ts';
import type { Story } from './story.ts';

const tools = ['Family Star Plus', 'Common Assessment Framework'] as const;

function assess(story: Story, on: Day, at: { domain: string; result?: string }): void {
  const { chance } = story;
  const member = at.domain !== 'whole-family' && chance.happens(0.2) ? chance.oneOf(story.people) : undefined;
  story.event('assessment', on, {
    ...(member === undefined ? {} : { member: member.id }),
    domain: at.domain,
    ...(at.result === undefined ? {} : story.said('result', at.result)),
    ...(chance.happens(0.3) ? { score: chance.int(1, 10) } : {}),
    ...(chance.happens(0.3) ? { tool: chance.one(tools) } : {}),
  });
}

/** Reviews of one problem every few months; the goal is met once the problem has ended. */
function review(story: Story, theme: Theme): void {
  const { chance, plot } = story;
  let on = story.after(60, 120);
  for (let at = 0; at < 8 && on < plot.until; at += 1) {
    const ended = story.ends(theme) && on >= plot.turn;
    const result = ended ? 'goal-met' : chance.one(['some-progress', 'no-progress', 'worse']);
    assess(story, on, { domain: headings[theme], result });
    on = addDays(on, chance.int(80, 150));
  }
}

function plan(story: Story): void {
  const { chance, plot } = story;
  const from = plot.edge ? plot.look : story.after(0, 60);
  const to = chance.happens(0.8) ? null : story.after(200, 500);
  story.spell(
    'plan',
    { from, to },
    {
      ...story.said('coversAllMembers', chance.happens(0.9)),
      ...story.said('severalAgencies', chance.happens(0.8)),
      ...story.said('followsOutcomesPlan', chance.happens(0.9)),
    },
  );
}

function lead(story: Story): void {
  const profession = story.said(
    'profession',
    story.chance.one(['family intervention worker', 'social worker']),
  );
  story.spell('lead-professional', { from: story.after(0, 30), to: null }, profession);
}

function agree(story: Story): void {
  const { chance } = story;
  const basis = story.said('basis', chance.one(['consent', 'consent', 'legal-gateway']));
  const person = chance.happens(0.3) ? chance.oneOf(story.adults) : undefined;
  const member = person === undefined ? {} : { member: person.id };
  story.spell('consent', { from: story.before(0, 30), to: null }, { ...member, ...basis });
}

/** The work with the family: assessments, a plan, a lead professional, its agreement. */
export function tellProgramme(story: Story): void {
  const { chance, plot } = story;
  if (plot.attachedOn === null) {
    if (chance.happens(story.rates.background))
      assess(story, story.before(1, 400), { domain: 'whole-family' });
    return;
  }
  if (chance.happens(0.9)) assess(story, story.after(-30, 60), { domain: 'whole-family' });
  for (const theme of [...plot.problems, ...plot.later]) if (chance.happens(0.6)) review(story, theme);
  if (chance.happens(0.9)) plan(story);
  if (chance.happens(0.93)) lead(story);
  if (chance.happens(0.9)) agree(story);
}
