import { applyEdits, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import type { Change, Path } from './editing.ts';

const layout = { insertSpaces: true, tabSize: 2, eol: '\n' };
const pathOf = (path: Path): JSONPath => [...path];

/** Where among its siblings something stands: by its place in a list, or by its name. */
function placeAmong(siblings: readonly Node[], step: Path[number] | undefined): number {
  if (typeof step === 'number') return step;
  return siblings.findIndex(({ type, children }) => type === 'property' && children?.[0]?.value === step);
}

/** Puts one of several at another place among them: their texts change places, and all between them stays. */
function moved(text: string, path: Path, to: number): string {
  const tree = parseTree(text);
  const around = tree && findNodeAtLocation(tree, pathOf(path.slice(0, -1)));
  const items = around?.children ?? [];
  const from = placeAmong(items, path.at(-1));
  if (items[from] === undefined || items[to] === undefined) return text;
  const texts = items.map(({ offset, length }) => text.slice(offset, offset + length));
  const [taken = ''] = texts.splice(from, 1);
  texts.splice(to, 0, taken);
  return items.reduceRight(
    (now, { offset, length }, at) => now.slice(0, offset) + (texts[at] ?? '') + now.slice(offset + length),
    text,
  );
}

function renamed(text: string, path: Path, to: string): string {
  const tree = parseTree(text);
  const property = tree && findNodeAtLocation(tree, pathOf(path))?.parent;
  const name = property?.type === 'property' ? property.children?.[0] : undefined;
  if (name === undefined) return text;
  return text.slice(0, name.offset) + JSON.stringify(to) + text.slice(name.offset + name.length);
}

const isScalar = (value: unknown) => value === null || (typeof value !== 'object' && value !== undefined);

/** Puts one word or number in the place of what stands there, which needs no layout; undefined where nothing does. */
function replaced(text: string, path: Path, value: unknown): string | undefined {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, pathOf(path));
  if (node === undefined) return undefined;
  return text.slice(0, node.offset) + JSON.stringify(value) + text.slice(node.offset + node.length);
}

/** JSON text with one thing changed, and the rest of it as it was laid out. */
export function applyChange(text: string, change: Change): string {
  if ('move' in change) return moved(text, change.move, change.to);
  if ('rename' in change) return renamed(text, change.rename, change.to);
  const formattingOptions = layout;
  if ('insert' in change) {
    const options = { formattingOptions, isArrayInsertion: true };
    return applyEdits(text, modify(text, pathOf(change.insert), change.value, options));
  }
  if ('remove' in change)
    return applyEdits(text, modify(text, pathOf(change.remove), undefined, { formattingOptions }));
  const word = isScalar(change.value) ? replaced(text, change.set, change.value) : undefined;
  return word ?? applyEdits(text, modify(text, pathOf(change.set), change.value, { formattingOptions }));
}
