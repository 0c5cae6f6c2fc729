import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const manifest = z.object({ name: z.string(), version: z.string() });

function nameFrom(folder: string): string {
  const file = path.join(folder, 'package.json');
  if (existsSync(file)) {
    const { name, version } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return `${name} ${version}`;
  }
  const above = path.dirname(folder);
  if (above === folder) throw new Error('invariant: the product runs from inside its package');
  return nameFrom(above);
}

/** What decided: the package's name and version, such as `threshold 1.2.0`, from source and from the built bundle alike. */
export const buildName = nameFrom(path.dirname(fileURLToPath(import.meta.url)));
