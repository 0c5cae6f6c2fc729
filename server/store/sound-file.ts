import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { faultOf, StoreFault } from './fault.ts';
import { Sqlite } from './sqlite-driver.ts';

/** What SQLite keeps beside a file that is written. */
const LOG = '-wal';
const MEMORY = '-shm';

/** Makes a SQLite file whole in itself, its log taken in, and looks at every page of it. Throws `damaged`. */
export function makeSound(file: string): void {
  try {
    const database = new Sqlite(file, { fileMustExist: true });
    try {
      database.pragma('journal_mode = DELETE');
      const said = database.pragma('integrity_check', { simple: true });
      if (said !== 'ok') throw new StoreFault('damaged', said);
    } finally {
      database.close();
    }
  } catch (error) {
    throw faultOf(error);
  }
}

/** Has the disk itself hold a file or a folder. */
function settle(place: string): void {
  const descriptor = openSync(place, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a file its final name; after a power cut it has that name and is whole, or has not. */
export function nameFinally(file: string, name: string): void {
  settle(file);
  renameSync(file, name);
  settle(path.dirname(name));
}

/** Removes a SQLite file and all that lies beside it on its account. */
export function removeStore(file: string): void {
  for (const part of ['', LOG, MEMORY, '.lock']) rmSync(`${file}${part}`, { force: true });
}

/** Removes what a file that is no longer there left beside it: another file of its name must not take it in. */
export function removeLogs(file: string): void {
  for (const part of [LOG, MEMORY]) rmSync(`${file}${part}`, { force: true });
}

/** Another name for the same file, or a copy of it where the disk knows no second names. */
function keepAs(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
  }
}

/**
 * Keeps a store under another name beside itself, so that its own name is free to be given to another file. Whoever calls
 * holds the store alone.
 */
export function keepBeside(file: string, kept: string): void {
  try {
    makeSound(file);
  } catch {
    // because a damaged store is what a backup is for: it is kept as it is, with its log
  }
  keepAs(file, kept);
  if (existsSync(`${file}${LOG}`)) renameSync(`${file}${LOG}`, `${kept}${LOG}`);
  rmSync(`${file}${MEMORY}`, { force: true });
}
