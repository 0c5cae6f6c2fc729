const whole = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Pence as £3,200, or £10.50 where there are pence. */
export function pounds(pence: number): string {
  return (pence % 100 === 0 ? whole : exact).format(pence / 100);
}
