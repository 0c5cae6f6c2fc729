import { StoreFault } from './fault.ts';
import { Sqlite } from './sqlite-driver.ts';

const locks = {
  // because a statement that reads takes the lock, and the transaction keeps it
  shared: 'BEGIN; SELECT count(*) FROM sqlite_master',
  alone: 'BEGIN EXCLUSIVE',
} as const;

/**
 * Takes hold of a SQLite store by the lock of a file beside it: shared by all who have it open to write, alone by who puts
 * another in its place. The lock ends with the process, however that ends. Returns what lets go; throws `busy`.
 */
export function hold(file: string, how: keyof typeof locks, wait: number): () => void {
  const lock = new Sqlite(`${file}.lock`, { timeout: wait });
  try {
    lock.exec(locks[how]);
  } catch (error) {
    lock.close();
    throw new StoreFault('busy', error);
  }
  return () => lock.close();
}
