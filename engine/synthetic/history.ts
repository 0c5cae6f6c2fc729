import { dayOf, formatDay, type Day } from '../time/civil-date.ts';
import type { Row, Story } from './story.ts';

const elsewhere = ['Oxfordshire', 'Cambridgeshire', 'Harrow', 'Herefordshire', 'Bedford', 'Luton'] as const;

const expanded = dayOf(2015, 4, 1);

interface Prices {
  readonly phase: 1 | 2;
  readonly fee: number;
  readonly result: number;
}

/** What the programme paid for families attached on a day. */
function pricesOn(day: Day): Prices {
  if (day >= expanded) return { phase: 2, fee: 100_000, result: 80_000 };
  if (day >= dayOf(2014, 4, 1)) return { phase: 1, fee: 160_000, result: 230_000 };
  if (day >= dayOf(2013, 4, 1)) return { phase: 1, fee: 240_000, result: 150_000 };
  return { phase: 1, fee: 320_000, result: 70_000 };
}

const results = [
  'result-crime-education',
  'result-progress-to-work',
  'result-continuous-employment',
] as const;

function claim(story: Story, on: Day, what: { phase: number; payment: string; pence: number }): Row[] {
  const { chance } = story;
  if (on >= story.plot.until) return [];
  const other = chance.happens(0.1) ? { localAuthority: chance.one(elsewhere) } : {};
  return [{ programme: 'troubled-families', ...what, on: formatDay(on), ...other }];
}

/** Payments claimed for the family before, some of them by another authority. */
export function claimsOf(story: Story): Row[] {
  const { chance, plot, rates } = story;
  if (plot.attachedOn === null || !chance.happens(rates['earlier-claim'])) return [];
  const { phase, fee, result } = pricesOn(plot.attachedOn);
  const fees = claim(story, story.after(plot.edge ? 0 : 20, 90), {
    phase,
    payment: 'attachment-fee',
    pence: fee,
  });
  if (!chance.happens(0.4)) return fees;
  const on = story.after(185, 500);
  if (phase === 2) return [...fees, ...claim(story, on, { phase, payment: 'result', pence: result })];
  const payment = chance.one(results);
  const pence = payment === 'result-progress-to-work' ? 10_000 : result;
  return [...fees, ...claim(story, on, { phase, payment, pence })];
}

const parts = [
  'crime',
  'school',
  'children-who-need-help',
  'work-and-finance',
  'domestic-abuse',
  'health',
] as const;

/** Judgements recorded in place of a rule's own, where a ruleset permits them. */
export function overridesOf(story: Story): Row[] {
  const { chance, plot, rates } = story;
  if (plot.attachedOn === null || !chance.happens(rates.override)) return [];
  const on = story.after(150, 500);
  if (on >= plot.until) return [];
  const second = plot.attachedOn >= expanded;
  const part = second ? chance.one(parts) : 'education-result';
  return [
    {
      outcome: second ? 'significant-and-sustained-progress' : 'crime-and-education',
      part: chance.happens(0.8) ? part : null,
      verdict: chance.one(['met', 'met', 'met', 'not-met', 'not-applicable', 'unknown']),
      by: 'officer-1',
      role: chance.one(['head-of-service', 'lead-practitioner']),
      on: formatDay(on),
      reason: 'equivalent progress, judged with the whole record at hand',
      ...(chance.happens(0.5) ? { evidence: 'case file' } : {}),
    },
  ];
}

/** `S-000001` is the first. */
export function idOf(index: number): string {
  return `S-${String(index + 1).padStart(6, '0')}`;
}

/** Ids that the family had with another authority: some of them are those of the family before it in the stream. */
export function formerIdsOf({ chance, rates }: Story, index: number): string[] {
  if (!chance.happens(rates.moved)) return [];
  return index > 0 && chance.happens(0.5) ? [idOf(index - 1)] : [`${idOf(index)}-elsewhere`];
}

/** Keyed references to children, by member: some are the same as in the family before it in the stream. */
export function personRefsOf(story: Story, index: number): Map<string, string> {
  const { chance, rates } = story;
  const shared = index > 0 && chance.happens(rates.moved / 2) ? chance.oneOf(story.children)?.id : undefined;
  const refOf = (id: string) => `P-${String(id === shared ? index : index + 1).padStart(6, '0')}-${id}`;
  return new Map(story.children.map(({ id }) => [id, refOf(id)]));
}

export function authorityOf({ chance, rates }: Story): string {
  return chance.happens(rates['other-authority']) ? chance.one(elsewhere) : 'Hertfordshire';
}
