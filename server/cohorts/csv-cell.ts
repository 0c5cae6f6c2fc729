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

function cell(text: string): string {
  const safe = guarded(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV, in which no cell is a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
