import path from 'node:path';
import type { Settings } from '../env.ts';
import { packageRoot } from '../package-root.ts';

/** Where what is kept lies: `postgres://…`, or the path of a SQLite file. */
export function storeAddress({ data, databaseUrl }: Pick<Settings, 'data' | 'databaseUrl'>): string {
  return databaseUrl ?? path.join(data ?? path.join(packageRoot, 'data'), 'threshold.db');
}
