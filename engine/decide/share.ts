import type { Share } from '../document/payment.ts';

/** Families as an exact fraction: `part` of `of`. */
export interface Families {
  readonly part: number;
  readonly of: number;
}

/** How many of so many families are funded: exactly, or rounded as the share says. Counts of families only, never one decision. */
export function fundedFamilies(
  share: Pick<Share, 'funded' | 'of' | 'families'> | undefined,
  families: number,
): Families {
  if (share === undefined) return { part: families, of: 1 };
  const exact = families * share.funded;
  switch (share.families) {
    case 'none':
      return { part: exact, of: share.of };
    case 'floor':
      return { part: Math.floor(exact / share.of), of: 1 };
    case 'nearest':
      return { part: Math.floor((2 * exact + share.of) / (2 * share.of)), of: 1 };
  }
}

/** What so many families come to at a rate in pence, to the nearest penny or pound as the share says, halves up. In pence. */
export function fundedPence(share: Share | undefined, families: number, ratePence: number): number {
  const { part, of } = fundedFamilies(share, families);
  const unit = share?.money === 'pound' ? 100 : 1;
  const total = part * ratePence;
  return Math.floor((2 * total + of * unit) / (2 * of * unit)) * unit;
}
