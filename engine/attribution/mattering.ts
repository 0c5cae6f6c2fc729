import type { Block } from './blocks.ts';
import { setOf } from './minimal-sets.ts';
import type { Mixed } from './mixed.ts';
import type { View } from './view.ts';

/** Numbers of edits, ascending, and the rules through which they bear on what is asked. */
export interface BearsOn {
  readonly numbers: readonly number[];
  readonly blocks: readonly Block[];
}

/** With so few every set is tried anyway. */
const FEW = 4;
/** The most edits of one rule of which every choice is tried to see which matter. */
const MOST = 8;

/** Edits of one rule without which it never says anything else, whatever the others do. */
function withoutEffect(mixed: Mixed, view: View, block: Block): readonly number[] {
  const { direct, all } = mixed.bearing(block);
  // because what it says would depend on what it refers to as well
  if (direct.length > MOST || all.length !== direct.length || block.kind === 'payments') return [];
  const said = Array.from({ length: 1 << direct.length }, (_, mask) => {
    const judged = view.block(block, setOf(direct, mask));
    return judged && [...judged.bits].map(([id, bit]) => `${id} ${bit}`).join();
  });
  return direct.filter((_, at) => said.every((one, mask) => one === said[mask ^ (1 << at)]));
}

/**
 * Those of the edits that bear on some rules which can matter to a family. One that leaves every rule it touches as it is,
 * whatever the other edits of that rule, cannot; where that would be too long to see, it is taken to matter.
 */
export function mattering(mixed: Mixed, view: View, { numbers, blocks }: BearsOn): readonly number[] {
  if (numbers.length <= FEW) return numbers;
  const touching = blocks.map((block) => ({
    block,
    touches: new Set(mixed.bearing(block).direct),
    without: new Set(withoutEffect(mixed, view, block)),
  }));
  return numbers.filter(
    (number) =>
      // because those of which routes there are touch no rule
      mixed.routeEdits.includes(number) ||
      touching.some(({ touches, without }) => touches.has(number) && !without.has(number)),
  );
}
