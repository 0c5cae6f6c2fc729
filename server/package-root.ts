import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('invariant: the product runs from inside its package');
  return rootAbove(above);
}

/** The folder that holds `rulesets/` and `dist/`, from source and from the built bundle alike. */
export const packageRoot = rootAbove(path.dirname(fileURLToPath(import.meta.url)));
