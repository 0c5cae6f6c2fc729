/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;
const guardedFormula = /^'[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula: an apostrophe goes before one that it would. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** What a text said before it was guarded. */
export function unguarded(text: string): string {
  return guardedFormula.test(text) ? text.slice(1) : text;
}

/** A number is no formula, below nothing either; what is not known stays empty. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const safe = typeof value === 'number' ? String(value) : guarded(value);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV, in which no cell is a formula. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
