import { applyEdits, findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { Change, Path } from './editing.ts';

const layout = { insertSpaces: true, tabSize: 2, eol: '\n' };
const pathOf = (path: Path): JSONPath => [...path];

/** Puts an item of a list at another place of it: their texts change places, and all between them stays. */
function moved(text: string, path: Path, to: number): string {
  const tree = parseTree(text);
  const list = tree && findNodeAtLocation(tree, pathOf(path.slice(0, -1)));
  const from = path.at(-1);
  const items = list?.children ?? [];
  if (
    list?.type !== 'array' ||
    typeof from !== 'number' ||
    items[from] === undefined ||
    items[to] === undefined
  )
    return text;
  const texts = items.map(({ offset, length }) => text.slice(offset, offset + length));
  const [taken = ''] = texts.splice(from, 1);
  texts.splice(to, 0, taken);
  return items.reduceRight(
    (now, { offset, length }, at) => now.slice(0, offset) + (texts[at] ?? '') + now.slice(offset + length),
    text,
  );
}

/** JSON text with one thing changed, and the rest of it as it was laid out. */
export function applyChange(text: string, change: Change): string {
  if ('move' in change) return moved(text, change.move, change.to);
  const formattingOptions = layout;
  if ('insert' in change) {
    const options = { formattingOptions, isArrayInsertion: true };
    return applyEdits(text, modify(text, pathOf(change.insert), change.value, options));
  }
  if ('remove' in change)
    return applyEdits(text, modify(text, pathOf(change.remove), undefined, { formattingOptions }));
  return applyEdits(text, modify(text, pathOf(change.set), change.value, { formattingOptions }));
}
