import { addDays, ageOn, formatDay, type Day } from '../time/civil-date.ts';
import { plans, type FieldPlan, type Plan } from './catalogue.ts';
import type { Person } from './household.ts';
import { headings, themes, yearBefore, type Theme } from './plot.ts';
import type { Row, Story } from './story.ts';

function suits({ about, aged }: Plan, { role, born }: Person, look: Day): boolean {
  if (about === 'child' && role !== 'child') return false;
  if (about === 'adult' && role === 'child') return false;
  const age = ageOn(born, look, '1-march');
  return age >= (aged?.from ?? 0) && age < (aged?.below ?? 200);
}

function fieldOf(story: Story, plan: FieldPlan, from: Day): string | number | boolean | undefined {
  const { chance } = story;
  if ('values' in plan) return chance.oneOf(plan.values);
  if ('pence' in plan) return chance.int(...plan.pence);
  return formatDay(addDays(from, chance.int(...plan.days)));
}

function fieldsOf(story: Story, plan: Plan, from: Day): Row {
  const said = Object.entries(plan.fields).flatMap(([name, field]) => {
    const value = fieldOf(story, field, from);
    const unsaid = value === undefined || (!('required' in field) && story.unsaid());
    return unsaid ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

/** When a record is: of a problem that is there, one that comes later, or one long past. */
type When = 'present' | 'later' | 'past';

function eventDays(story: Story, plan: Plan, at: { when: When; ends: boolean }): Day[] {
  const { chance, plot } = story;
  const count = chance.int(1, plan.most ?? 1);
  const days = (day: () => Day) => Array.from({ length: count }, day);
  if (at.when === 'past')
    return days(() => (plot.edge ? addDays(yearBefore(plot), -1) : story.before(370, 800)));
  const later = at.ends ? [] : [story.after(5, 300), story.after(100, 700)];
  if (at.when === 'later') return [story.after(5, 200), ...later];
  return [...days(() => (plot.edge ? yearBefore(plot) : story.before(0, 360))), ...later];
}

function spellOf(story: Story, plan: Plan, at: { when: When; ends: boolean }): { from: Day; to: Day | null } {
  const { chance, plot } = story;
  const longest = plan.longest ?? 900;
  const endOf = (from: Day) => (plan.longest === undefined ? null : addDays(from, plan.longest));
  if (at.when === 'past') {
    const to = plot.edge ? chance.one([plot.look, yearBefore(plot)]) : story.before(370, 600);
    return { from: addDays(to, -chance.int(20, Math.min(longest, 500))), to };
  }
  if (at.when === 'later') {
    const from = story.after(5, 300);
    return { from, to: at.ends ? addDays(from, chance.int(20, 120)) : endOf(from) };
  }
  const from = plot.edge ? plot.look : story.before(5, longest - 10);
  const lasts = chance.happens(0.8) ? null : story.after(100, 600);
  return { from, to: endOf(from) ?? (at.ends ? addDays(plot.turn, 1) : lasts) };
}

function tell(story: Story, plan: Plan, at: { when: When; ends: boolean }): void {
  const { chance, plot } = story;
  const person = chance.oneOf(story.people.filter((one) => suits(plan, one, plot.look)));
  const ofFamily = plan.about === 'family' || (plan.about === 'either' && chance.happens(0.5));
  if (person === undefined && !ofFamily) return;
  const member = ofFamily || person === undefined ? {} : { member: person.id };
  if (plan.shape === 'spell') {
    const span = spellOf(story, plan, at);
    story.spell(plan.type, span, { ...member, ...fieldsOf(story, plan, span.from) });
    return;
  }
  for (const on of eventDays(story, plan, at)) {
    story.event(plan.type, on, { ...member, ...fieldsOf(story, plan, on) });
  }
}

const posts = ['head teacher', 'social worker', 'health visitor', 'housing officer'] as const;

function nominate(story: Story, theme: Theme, at: { when: When; ends: boolean }): void {
  const { chance } = story;
  const [on] = eventDays(story, { type: '', themes: [], shape: 'event', about: 'either', fields: {} }, at);
  if (on === undefined) return;
  const person = chance.oneOf(story.people);
  const member = person !== undefined && chance.happens(0.6) ? { member: person.id } : {};
  const profession = story.said('profession', chance.one(posts));
  story.event('professional-nomination', on, { ...member, problem: headings[theme], ...profession });
}

function showProblem(story: Story, theme: Theme, at: { when: When; ends: boolean }): void {
  const { chance } = story;
  const fitting = plans.filter(
    (plan) =>
      plan.themes.includes(theme) &&
      (plan.about === 'family' || story.people.some((one) => suits(plan, one, story.plot.look))),
  );
  const main = fitting.filter(({ themes: [first] }) => first === theme);
  const shown =
    main.length === 0 ? chance.some(fitting, chance.int(0, 1)) : chance.some(fitting, chance.int(1, 3));
  for (const plan of shown) tell(story, plan, at);
  if (chance.happens(main.length === 0 ? 0.15 : 0.2)) nominate(story, theme, at);
}

function findLater(story: Story, theme: Theme): void {
  const { chance } = story;
  const on = story.after(0, 300);
  const person = chance.oneOf(story.people);
  const member = person !== undefined && chance.happens(0.4) ? { member: person.id } : {};
  story.event('identified-problem', on, { ...member, problem: headings[theme] });
}

/** The further problems: those there when the family is looked at, those found later, and what is long past. */
export function tellFurther(story: Story): void {
  const { chance, plot } = story;
  for (const theme of themes) {
    if (story.has(theme)) showProblem(story, theme, { when: 'present', ends: story.ends(theme) });
    else if (plot.later.has(theme)) {
      showProblem(story, theme, { when: 'later', ends: chance.happens(0.5) });
      findLater(story, theme);
    } else if (story.old()) nominate(story, theme, { when: 'past', ends: true });
  }
  for (const plan of plans) {
    const past = !plan.themes.some((theme) => story.has(theme)) && story.old();
    if (past) tell(story, plan, { when: 'past', ends: true });
  }
}
