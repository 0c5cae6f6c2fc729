import path from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Connection } from './connection.ts';

/** Where the committed migrations of a database lie; they are read at start. */
export function migrationsFolder(kind: Connection['kind']): string {
  return path.join(packageRoot, 'server', 'store', 'migrations', kind);
}
