import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { packageRoot } from '../package-root.ts';

const manifest = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')));

/** What decides: the package's name and version, such as `threshold 1.2.0`. */
export const buildName = `${manifest.name} ${manifest.version}`;
