import { createHash } from 'node:crypto';
import { type Completeness, Known } from './completeness.ts';
import type { Whole } from './reading/reader.ts';
import type { Tables } from './reading/tables.ts';

/** What is summed up over the families of a cohort, in their order. */
export class Tally {
  private readonly digest = createHash('sha256');
  private readonly known: Known;

  constructor(tables: Tables) {
    this.known = new Known(tables);
  }

  add({ hash, document }: Pick<Whole, 'hash' | 'document'>): void {
    this.digest.update(`${hash}\n`);
    this.known.add(document);
  }

  /** SHA-256 over the hashes of the families, each with a line feed, and how much is known. It ends the tally. */
  sum(): { readonly hash: string; readonly completeness: Completeness } {
    return { hash: `sha256:${this.digest.digest('hex')}`, completeness: this.known.sum() };
  }
}
