import type { Effects } from '../comparison/effects.ts';
import type { SideRow } from '../comparison/side-row.ts';
import type { StoredPart } from './find.ts';
import { pairAt, readPart, type Wrong } from './part.ts';

/** One family of a part. */
export interface FamilyRow {
  readonly id: string;
  /** What it is told under the version at a position. */
  readonly side: (position: number) => SideRow;
  /** Whether two versions say something different of it, the left one first. */
  readonly isChanged: (left: number, right: number) => boolean;
  /** What its differences between a version and the next come to by edit. */
  readonly effects: (left: number) => Effects | undefined;
}

/** The families of a part that were decided, in order, and those that could not be. */
export async function rowsOf(
  stored: StoredPart,
): Promise<{ readonly rows: readonly FamilyRow[]; readonly wrong: readonly Wrong[] }> {
  const { ids, sides, changed, effects, wrong } = await readPart(stored);
  const rows = ids.map((id, at): FamilyRow => ({
    id,
    side: (position) => {
      const side = sides[position];
      if (side === undefined) throw new Error('invariant: every version decides');
      const [wide, paid] = [side.verdicts.length / ids.length, side.pence.length / ids.length];
      return {
        digits: side.verdicts.slice(at * wide, (at + 1) * wide),
        pence: side.pence.slice(at * paid, (at + 1) * paid),
      };
    },
    isChanged: (left, right) => changed[pairAt(left, right, sides.length)]?.[at] === '1',
    effects: (left) => effects.find((one) => one.at === at && one.left === left)?.effects,
  }));
  return { rows, wrong };
}
