/** A percentage of which a hundred is said of all alone, and nothing of none alone. */
export function percentOf(of: number, all: number): string {
  if (all === 0) return '–';
  const share = (of / all) * 100;
  if (of > 0 && share < 1) return 'under 1 %';
  if (of < all && share > 99) return 'over 99 %';
  return `${Math.round(share)} %`;
}
