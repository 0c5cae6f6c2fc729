import { type Fraction, floorOf, fraction, isAtLeast, percentOf, times } from './fraction.ts';
import type { Release, Target } from './programme-document.ts';
import type { Released, ReleasedFees } from './programme-totals.ts';
import { exactOf, pairsOf } from './target.ts';

const partOf = ({ part, of }: Release['bands'][number]['from']) => exactOf(fraction(part, of));

function releasedAt(performance: Fraction, { bands, fees }: Release): Released {
  const band = bands.find(({ from }) => isAtLeast(performance, fraction(from.part, from.of)));
  if (band === undefined) throw new Error('invariant: the last band of a checked release is from nothing');
  const share = fraction(band.released.part, band.released.of);
  const now = fees === undefined ? null : floorOf(times(share, fraction(fees.pence)));
  return {
    ...{ performance: exactOf(performance), percent: percentOf(performance) },
    ...{ from: partOf(band.from), share: partOf(band.released) },
    ...{ nowPence: now, laterPence: now === null || fees === undefined ? null : fees.pence - now },
    ...{ rest: band.rest ?? null, source: band.source },
  };
}

function knownOf(released: readonly Released[]): ReleasedFees['known'] {
  const shares = new Set(released.map(({ share }) => share.text));
  if (shares.size === 0) return 'unknown';
  return shares.size === 1 ? 'yes' : 'disputed';
}

/** What is released of a year's fees by what was reached of a target: at once for each figure, and nothing where there is none. */
export function releasedFees(release: Release, targets: readonly Target[]): ReleasedFees {
  const { id, authority, label, period, performance, fees = null } = release;
  const target = targets.find((one) => one.id === performance);
  if (target === undefined) throw new Error('invariant: a checked release names a target that there is');
  const released = pairsOf(target).map(({ share }) => releasedAt(share, release));
  const bands = release.bands.map((band) => ({
    ...{ from: partOf(band.from), share: partOf(band.released) },
    ...{ rest: band.rest ?? null, source: band.source },
  }));
  return { id, authority, label, period, performance, known: knownOf(released), fees, released, bands };
}
