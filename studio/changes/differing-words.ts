/** A sentence cut in three: what it has in common with another at both ends, and what is its own. */
export interface Cut {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** Words, the spaces between them, and what ends a word, each by itself. */
const pieces = (text: string) => text.split(/(\s+|[.,;:](?=\s|$))/).filter(Boolean);

function sameAtHead(left: readonly string[], right: readonly string[]): number {
  const first = left.findIndex((piece, at) => piece !== right[at]);
  return first === -1 ? left.length : first;
}

/** Where a sentence differs from another, by words. */
export function differingWords(text: string, other: string): Cut {
  const [mine, others] = [pieces(text), pieces(other)];
  const head = sameAtHead(mine, others);
  const tail = sameAtHead(mine.slice(head).reverse(), others.slice(head).reverse());
  const end = mine.length - tail;
  return {
    before: mine.slice(0, head).join(''),
    own: mine.slice(head, end).join(''),
    after: mine.slice(end).join(''),
  };
}
