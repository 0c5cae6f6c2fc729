import { type Node, parseTree } from 'jsonc-parser';

/** Characters of a text, counted from 0: `end` is the first outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

function below(node: Node, key: string): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(key)];
  const property = node.children?.find(({ children }) => children?.[0]?.value === key);
  return property?.children?.[1];
}

/**
 * Reads a text once and says where the value that a JSON Pointer names stands in it, or the nearest place around it that
 * is there.
 */
export function placesIn(text: string): (pointer: string) => Span {
  const tree = parseTree(text);
  return (pointer) => {
    let node = tree;
    for (const key of keysOf(pointer)) {
      const inner = node && below(node, key);
      if (inner === undefined) break;
      node = inner;
    }
    return node === undefined ? { start: 0, end: 0 } : { start: node.offset, end: node.offset + node.length };
  };
}

/** Where each line of a text begins, and the line, from 1, on which a character stands. */
export function linesIn(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  /** The rest of a line from a place in it; both count from 1. */
  const restOf = (line: number, column = 1): Span => {
    const start = (starts[line - 1] ?? text.length) + column - 1;
    const end = text.indexOf('\n', start);
    return { start, end: end === -1 ? text.length : end };
  };
  return { lineAt, restOf };
}
