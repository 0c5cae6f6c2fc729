import { Option } from 'commander';

export interface StoreOptions {
  /** A SQLite file; absent, what the environment says, as for the server. */
  readonly store?: string;
}

export function storeOption(): Option {
  return new Option('--store <file>', 'SQLite file (default: as the server’s settings say)');
}
