import { type Forecast, ForecastSums } from '../engine.ts';
import type { ForecastQuestion, FromForecaster, Told } from './forecasting.ts';

/** Families that cannot be read which are named, at most. */
const mostNamed = 100;

/** A forecast, and the families that are not in it. */
export interface Found extends Forecast {
  /** Families that the rules cannot read: all are counted, the first of them named. */
  readonly wrong: { readonly families: number; readonly first: readonly Wrong[] };
}

export type Wrong = Extract<Told, { readonly wrong: string }>;

/** Adds up what workers say, in the order of the cohort, in whatever order it comes. */
export class Gathered {
  private readonly sums: ForecastSums;
  private readonly early = new Map<number, FromForecaster>();
  private readonly first: Wrong[] = [];
  private unread = 0;
  private next = 0;
  private families = 0;

  constructor({ rules, windows }: ForecastQuestion) {
    this.sums = new ForecastSums(rules.checked.ruleset, windows);
  }

  /** Families that have been gone through. */
  get done(): number {
    return this.families;
  }

  add(said: FromForecaster): void {
    this.families += said.told.length;
    this.early.set(said.number, said);
    for (let one = this.early.get(this.next); one !== undefined; one = this.early.get(this.next)) {
      this.early.delete(this.next);
      this.next += 1;
      for (const told of one.told) this.addFamily(told);
    }
  }

  found(): Found {
    return { ...this.sums.summed(), wrong: { families: this.unread, first: [...this.first] } };
  }

  private addFamily(told: Told): void {
    if ('forecast' in told) {
      this.sums.add(told.id, told.forecast);
      return;
    }
    this.unread += 1;
    if (this.first.length < mostNamed) this.first.push(told);
  }
}
