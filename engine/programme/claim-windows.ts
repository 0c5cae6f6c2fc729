import * as z from 'zod';
import { label, name } from '../document/names.ts';
import { source, sources } from '../document/source.ts';

/** The days on which one phase of a programme takes claims: from `opens` to the day before `closes`. */
export const claimWindow = z.strictObject({
  id: name,
  label,
  programme: name,
  phase: z.int().min(1).max(99),
  opens: z.iso.date(),
  /** The first day on which it takes none. */
  closes: z.iso.date(),
  source,
});
export type ClaimWindow = z.infer<typeof claimWindow>;

/** Claim windows, and where they are from. */
export const claimWindows = z.strictObject({ sources, windows: z.array(claimWindow).min(1).max(200) });
export type ClaimWindows = z.infer<typeof claimWindows>;

/** The window that a day lies in; the first listed, where several overlap. */
export function windowOn<Window extends Pick<ClaimWindow, 'programme' | 'phase' | 'opens' | 'closes'>>(
  windows: readonly Window[],
  { programme, phase, on }: { readonly programme: string; readonly phase: number; readonly on: string },
): Window | undefined {
  return windows.find(
    (one) => one.programme === programme && one.phase === phase && one.opens <= on && on < one.closes,
  );
}
