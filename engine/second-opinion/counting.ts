import { all, any, type Logic } from './logic.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * Whether at least so many of these hold. The public engine cannot add, so it counts in stages: of the first i at
 * least j hold where j of the first i - 1 do, or where the i-th does and j - 1 of those before it.
 */
export function atLeast(
  book: RuleBook,
  name: string,
  { of, needed }: { of: readonly Logic[]; needed: number },
): Logic {
  const items = of.filter((item) => item !== false);
  if (needed <= 0) return true;
  if (needed > items.length) return false;
  if (needed === 1) return any(items);
  if (needed === items.length) return all(items);
  let row: Logic[] = [true];
  for (const [at, item] of items.entries()) {
    const before = row;
    row = [true];
    for (let count = 1; count <= Math.min(needed, at + 1); count += 1) {
      const holds = any([before[count] ?? false, all([item, before[count - 1] ?? false])]);
      row.push(book.step(`${count} of the first ${at + 1} of ${name}`, holds));
    }
  }
  return row[needed] ?? false;
}
