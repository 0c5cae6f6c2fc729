import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** @type {Map<string, { changed: number, imports: string[] }>} */
const read = new Map();

/**
 * The project's own files that a file names: by import, export from, import() and type imports alike.
 * Every specifier here ends in its extension (another rule sees to that), so a path is resolved by joining it.
 * @param {string} file
 * @param {string} [text] what the file says, where that differs from the disk
 * @returns {string[]}
 */
function importsOf(file, text) {
  if (text === undefined && !existsSync(file)) return [];
  const changed = text === undefined ? statSync(file).mtimeMs : NaN;
  const known = read.get(file);
  if (known?.changed === changed) return known.imports;
  const { importedFiles } = ts.preProcessFile(text ?? readFileSync(file, 'utf8'), true, true);
  const imports = importedFiles
    .filter(({ fileName }) => fileName.startsWith('.') && /\.(tsx?|mjs)$/.test(fileName))
    .map(({ fileName }) => path.resolve(path.dirname(file), fileName));
  if (text === undefined) read.set(file, { changed, imports });
  return imports;
}

/**
 * The way from one file back to another along imports, or nothing.
 * @param {string} from
 * @param {string} target
 * @param {Set<string>} seen
 * @returns {string[] | undefined}
 */
function wayBack(from, target, seen) {
  if (from === target) return [from];
  if (seen.has(from)) return undefined;
  seen.add(from);
  for (const next of importsOf(from)) {
    const rest = wayBack(next, target, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

/**
 * Reports a file that is reached by following its own imports. Type imports count: two files that need each
 * other's types are one thing in two places.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importCycle = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'import cycle: {{files}}' } },
  create(context) {
    const file = context.physicalFilename;
    return {
      Program(node) {
        /** @type {Set<string>} */
        const seen = new Set();
        for (const next of importsOf(file, context.sourceCode.text)) {
          const way = wayBack(next, file, seen);
          if (!way) continue;
          const files = [file, ...way].map((at) => path.relative(context.cwd, at)).join(' → ');
          context.report({ node, loc: { line: 1, column: 0 }, messageId: 'cycle', data: { files } });
          return;
        }
      },
    };
  },
};
