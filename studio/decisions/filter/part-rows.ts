/** A row as a form holds it: a part of the rules, the verdict that is meant, and a weight where rows have one. */
export interface PartRow {
  readonly node: string;
  readonly verdict: string;
  readonly weight: string;
}

/** Rows as the one text of a field. */
export const keptRows = (rows: readonly PartRow[]): string =>
  rows.map(({ node, verdict, weight }) => [node, verdict, weight].join('\t')).join('\n');

/** Rows from the text of a field. */
export function rowsIn(text: string): readonly PartRow[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const [node = '', verdict = '', weight = ''] = line.split('\t');
    return { node, verdict, weight };
  });
}
