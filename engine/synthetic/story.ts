import { addDays, formatDay, type Day } from '../time/civil-date.ts';
import type { Chance } from './chance.ts';
import type { Person } from './household.ts';
import type { Given, Plot, Theme } from './plot.ts';
import type { Rates } from './rates.ts';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A family in the making: its plot, its people, and the records told so far. */
export class Story {
  readonly records = new Map<string, Row[]>();
  /** Types that a problem of the first programme rests on: they are not among what is missing. */
  readonly kept = new Set<string>();
  readonly chance: Chance;
  readonly rates: Rates;
  readonly plot: Plot;
  readonly people: readonly Person[];

  constructor(given: Given, plot: Plot, people: readonly Person[]) {
    this.chance = given.chance;
    this.rates = given.rates;
    this.plot = plot;
    this.people = people;
  }

  get adults(): Person[] {
    return this.people.filter(({ role }) => role !== 'child');
  }

  get children(): Person[] {
    return this.people.filter(({ role }) => role === 'child');
  }

  has(theme: Theme): boolean {
    return this.plot.problems.has(theme);
  }

  ends(theme: Theme): boolean {
    return this.plot.ending.has(theme);
  }

  add(type: string, row: Row): void {
    const rows = this.records.get(type);
    if (rows === undefined) this.records.set(type, [row]);
    else rows.push(row);
  }

  /** An event; one that the story does not reach is not told. */
  event(type: string, on: Day, row: Row): void {
    if (on < this.plot.until) this.add(type, dated(row, { on: formatDay(on) }));
  }

  /** A spell `[from, to)`; null while it lasts. One that the story does not reach is not told. */
  spell(type: string, span: { from: Day; to: Day | null }, row: Row): void {
    const { from } = span;
    if (from >= this.plot.until) return;
    const to = span.to !== null && span.to <= from ? addDays(from, 1) : span.to;
    const written = to === null || to >= this.plot.until ? null : formatDay(to);
    this.add(type, dated(row, { from: formatDay(from), to: written }));
  }

  /** Whether an optional field is not filled in. */
  unsaid(): boolean {
    return this.chance.happens(this.rates.unsaid);
  }

  /** What is said of an optional field, if anything is. */
  said(key: string, value: string | number | boolean | null): Row {
    return this.unsaid() ? {} : { [key]: value };
  }

  /** A day so many days before the look day: the fewest is 0. */
  before(fewest: number, most: number): Day {
    return addDays(this.plot.look, -this.chance.int(fewest, most));
  }

  after(fewest: number, most: number): Day {
    return addDays(this.plot.look, this.chance.int(fewest, most));
  }

  old(): boolean {
    return this.chance.happens(this.rates.background);
  }
}

/** The member, then when, then the rest. */
function dated({ member, ...rest }: Row, when: Row): Row {
  return { ...(member === undefined ? {} : { member }), ...when, ...rest };
}
