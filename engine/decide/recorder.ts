import type { TermWindow } from '../document/time-window.ts';
import type { Bit } from '../verdict.ts';
import type { Measured, Threshold } from './measured.ts';

/** How one comparison came about, for one member or for the family. */
export interface Recorded {
  readonly bit: Bit;
  readonly measured: Measured | undefined;
  readonly threshold: Threshold | undefined;
}

/** Keeps how comparisons came about while the same closures judge; never changes what they answer. */
export class Recorder {
  private readonly entries = new Map<string, Recorded>();
  private readonly ranges = new Map<string, Bit>();
  private readonly lacking = new Map<TermWindow, readonly string[]>();

  keep(place: string, member: number, recorded: Recorded): void {
    this.entries.set(`${place}@${member}`, recorded);
  }

  at(place: string, member: number): Recorded | undefined {
    return this.entries.get(`${place}@${member}`);
  }

  keepRange(place: string, member: number, bit: Bit): void {
    this.ranges.set(`${place}@${member}`, bit);
  }

  /** The terms that the calendar lacks to say whom a range takes. */
  keepLacking(window: TermWindow, terms: readonly string[]): void {
    this.lacking.set(window, terms);
  }

  lackingFor(window: TermWindow): readonly string[] {
    return this.lacking.get(window) ?? [];
  }

  /** Whether a quantifier ranges over a member. */
  rangeAt(place: string, member: number): Bit | undefined {
    return this.ranges.get(`${place}@${member}`);
  }
}
