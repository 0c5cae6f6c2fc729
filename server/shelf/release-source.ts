import type { Release } from '../../engine/index.ts';

/** The entry of `sources` that stands for what was released here. */
export const ownSource = { name: 'recorded-releases', document: { title: 'Releases recorded in Threshold' } };

const LONGEST = 300;

/** A release's source: who made it and when, and the entry of the audit log that has it. */
export function releaseSource({
  actorName,
  at,
  entry,
}: {
  readonly actorName: string;
  readonly at: string;
  readonly entry: number;
}): Release['source'] {
  return {
    ref: ownSource.name,
    at: `audit entry ${String(entry)}`,
    standing: 'sourced',
    note: `Recorded by ${actorName.slice(0, LONGEST)} at ${at}.`,
  };
}
