import * as z from 'zod';

/** What can become of a claim, in the order in which it usually does. */
export const claimEvents = [
  'audit-passed',
  'audit-failed',
  'submitted',
  'queried',
  'answered',
  'paid',
  'clawed-back',
  'withdrawn',
] as const;
export type ClaimEventName = (typeof claimEvents)[number];

export const claimStates = [
  'proposed',
  'submitted',
  'queried',
  'part-paid',
  'paid',
  'clawed-back',
  'withdrawn',
] as const;
export const claimState = z.enum(claimStates);
export type ClaimState = (typeof claimStates)[number];

/** One thing that became of a claim. */
export interface ClaimEvent {
  readonly event: ClaimEventName;
  /** Of `paid` and `clawed-back`: how much, above 0. */
  readonly pence?: number | undefined;
}

/** How a claim stands after all that became of it; money in pence. */
export interface ClaimStanding {
  readonly state: ClaimState;
  readonly audit: 'passed' | 'failed' | null;
  readonly paidPence: number;
  readonly clawedBackPence: number;
  /** What it counts for beside later claims. */
  readonly countsPence: number;
}

/** Why something cannot become of a claim. */
export type EventRefused =
  'not-now' | 'paid-above-claim' | 'clawed-back-above-paid' | 'without-amount' | 'with-amount';

/** From which states each thing can become of a claim. */
const follows: Readonly<Record<ClaimEventName, readonly ClaimState[]>> = {
  'audit-passed': ['proposed'],
  'audit-failed': ['proposed'],
  submitted: ['proposed'],
  queried: ['submitted', 'part-paid', 'paid'],
  answered: ['queried'],
  paid: ['submitted', 'part-paid'],
  'clawed-back': ['part-paid', 'paid', 'queried'],
  withdrawn: ['proposed', 'submitted', 'queried'],
};

const priced: readonly ClaimEventName[] = ['paid', 'clawed-back'];

/** A claim of which nothing has become yet. */
export function newStanding(pence: number): ClaimStanding {
  return { state: 'proposed', audit: null, paidPence: 0, clawedBackPence: 0, countsPence: pence };
}

function settled(pence: number, paid: number, clawedBack: number): ClaimState {
  if (clawedBack > 0 && clawedBack === paid) return 'clawed-back';
  if (paid === 0) return 'submitted';
  return paid === pence ? 'paid' : 'part-paid';
}

/** How a claim of so many pence stands after one more thing; or why that cannot be. */
export function standingAfter(
  pence: number,
  now: ClaimStanding,
  { event, pence: amount }: ClaimEvent,
): ClaimStanding | EventRefused {
  if (!follows[event].includes(now.state)) return 'not-now';
  if (priced.includes(event) !== (amount !== undefined))
    return amount === undefined ? 'without-amount' : 'with-amount';
  // because what was paid for cannot be taken back as if it never was
  if (event === 'withdrawn' && now.paidPence > now.clawedBackPence) return 'not-now';
  switch (event) {
    case 'audit-passed':
      return { ...now, audit: 'passed' };
    case 'audit-failed':
      return { ...now, audit: 'failed', state: 'withdrawn', countsPence: 0 };
    case 'submitted':
      return { ...now, state: 'submitted' };
    case 'queried':
      return { ...now, state: 'queried' };
    case 'answered':
      return { ...now, state: settled(pence, now.paidPence, now.clawedBackPence) };
    case 'withdrawn':
      return { ...now, state: 'withdrawn', countsPence: 0 };
    case 'paid': {
      const paidPence = now.paidPence + (amount ?? 0);
      if (paidPence > pence) return 'paid-above-claim';
      return { ...now, paidPence, state: settled(pence, paidPence, now.clawedBackPence) };
    }
    case 'clawed-back': {
      const clawedBackPence = now.clawedBackPence + (amount ?? 0);
      if (clawedBackPence > now.paidPence) return 'clawed-back-above-paid';
      const state =
        now.state === 'queried' && clawedBackPence < now.paidPence
          ? 'queried'
          : settled(pence, now.paidPence, clawedBackPence);
      return {
        ...now,
        clawedBackPence,
        countsPence: state === 'clawed-back' ? 0 : pence - clawedBackPence,
        state,
      };
    }
  }
}

/** How a claim stands after everything that became of it, in order. Throws where that could never be. */
export function standingOf(pence: number, events: readonly ClaimEvent[]): ClaimStanding {
  let standing = newStanding(pence);
  for (const event of events) {
    const next = standingAfter(pence, standing, event);
    if (typeof next === 'string') throw new Error(`invariant: ${event.event} follows in a ledger (${next})`);
    standing = next;
  }
  return standing;
}
