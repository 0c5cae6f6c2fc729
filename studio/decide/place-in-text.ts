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

/** Where the value that a JSON Pointer names stands in a text, or the nearest place around it that is there. */
export function spanOfPointer(text: string, pointer: string): Span {
  let node = parseTree(text);
  for (const key of keysOf(pointer)) {
    const inner = node && below(node, key);
    if (inner === undefined) break;
    node = inner;
  }
  return node === undefined ? { start: 0, end: 0 } : { start: node.offset, end: node.offset + node.length };
}

/** The rest of a line from a place in it; both count from 1. */
export function spanOfLine(text: string, line: number, column = 1): Span {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

/** The line, from 1, on which a character stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
