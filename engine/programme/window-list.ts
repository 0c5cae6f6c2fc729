import * as z from 'zod';
import { finding, type Finding } from '../check/finding.ts';
import { standing } from '../document/source.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import { type ClaimWindow, claimWindow } from './claim-windows.ts';

/** Days on which claims are taken, whatever the programme: from `opens` to the day before `closes`. */
export const plainWindow = claimWindow.pick({ id: true, label: true, opens: true, closes: true }).extend({
  /** How sure its days are. */
  standing: standing.optional(),
});
export type PlainWindow = z.infer<typeof plainWindow>;

/** Those of claim windows that are of a programme and phase, as plain ones. */
export function windowsFor(
  { programme, phase }: Pick<ClaimWindow, 'programme' | 'phase'>,
  inForce: readonly ClaimWindow[],
): PlainWindow[] {
  const own = inForce.filter((one) => one.programme === programme && one.phase === phase);
  return own.map(({ id, label, opens, closes, source: { standing } }) => ({
    ...{ id, label, opens, closes, standing },
  }));
}

/** Claim windows as a document of their own. */
export const windowList = z.strictObject({ windows: z.array(plainWindow).min(1).max(200) });

/** What is found in claim windows beside what is found in any document. */
export const windowDiagnostics = {
  'windows-overlap': 'a claim window opens before the one before it has closed',
} as const;

/** A copy in the order in which they open. */
export function inOpeningOrder<Window extends Pick<PlainWindow, 'opens'>>(
  windows: readonly Window[],
): Window[] {
  return windows.toSorted((one, other) => (one.opens < other.opens ? -1 : Number(one.opens > other.opens)));
}

/** A window that another lies over, and which end of that other lies within it. */
export interface Overlap<Window> {
  readonly at: 'opens' | 'closes';
  readonly window: Window;
}

/** The windows of its programme and phase that a claim window lies over, but for the one of its id. */
export function overlapsWith<Window extends Omit<ClaimWindow, 'label' | 'source'>>(
  asked: Omit<ClaimWindow, 'label' | 'source'>,
  windows: readonly Window[],
): Overlap<Window>[] {
  return windows
    .filter(
      ({ id, programme, phase, opens, closes }) =>
        id !== asked.id &&
        programme === asked.programme &&
        phase === asked.phase &&
        opens < asked.closes &&
        asked.opens < closes,
    )
    .map((window) => ({ at: window.opens <= asked.opens ? 'opens' : 'closes', window }));
}

/** Windows that lie over one another, by the place of the one that opens later. */
export function overlapsIn(
  windows: readonly PlainWindow[],
  placeOf: (at: number) => readonly (string | number)[],
): Finding[] {
  const ordered = inOpeningOrder(windows.map((window, at) => ({ ...window, at })));
  return ordered.flatMap(({ id, opens, at }, position) => {
    const before = ordered.slice(0, position).findLast(({ closes }) => closes > opens);
    if (before === undefined) return [];
    const message = `${quote(id)} opens on \`${opens}\`, before ${quote(before.id)} has closed on \`${before.closes}\``;
    return [
      {
        ...{ code: 'windows-overlap', severity: 'error' as const, pointer: pointerOf(placeOf(at)) },
        ...{ message, suggestion: before.closes },
      },
    ];
  });
}

/** What is wrong with windows that are listed one by one: an id twice, one that closes before it opens, two that overlap. */
export function findingsOfWindows(windows: readonly PlainWindow[]): Finding[] {
  const ids = windows.map(({ id }) => id);
  const twice = ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [
          finding('duplicate-id', pointerOf(['windows', at, 'id']), {
            message: `${quote(id)} is already the id of a window`,
          }),
        ],
  );
  const closed = windows.flatMap(({ opens, closes }, at) =>
    opens < closes
      ? []
      : [
          finding('to-not-after-from', pointerOf(['windows', at, 'closes']), {
            message: `the window closes on \`${closes}\`, which is not after \`${opens}\`, the day it opens`,
          }),
        ],
  );
  return [...twice, ...closed, ...overlapsIn(windows, (at) => ['windows', at, 'opens'])];
}
