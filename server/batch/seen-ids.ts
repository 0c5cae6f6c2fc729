import type { IdWords } from './id-words.ts';

const WORDS = 4;
const FIRST_SLOTS = 1 << 10;
/** Ids that are remembered: 64 MiB of them. Those after are not told from one another. */
const MOST_IDS = 2_000_000;

/** The line on which each family of a batch came first, sixteen bytes an id. */
export class SeenIds {
  private slots = FIRST_SLOTS;
  private table = new Uint32Array(FIRST_SLOTS * WORDS);
  private count = 0;

  /** The line on which the id came before; undefined where this is the first. */
  meet(id: IdWords, line: number): number | undefined {
    const at = this.find(id);
    const before = this.table[at + 3] ?? 0;
    if (before > 0) return before;
    if (this.count >= MOST_IDS) return undefined;
    this.table.set([...id, line], at);
    this.count += 1;
    if (this.count * 2 > this.slots) this.grow();
    return undefined;
  }

  /** Where an id is, or would be: the first free place from its own. */
  private find([first, second, third]: IdWords): number {
    for (let slot = second & (this.slots - 1); ; slot = (slot + 1) & (this.slots - 1)) {
      const at = slot * WORDS;
      const { table } = this;
      if (table[at + 3] === 0) return at;
      if (table[at] === first && table[at + 1] === second && table[at + 2] === third) return at;
    }
  }

  private grow(): void {
    const before = this.table;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      const [first = 0, second = 0, third = 0, line = 0] = before.subarray(at, at + WORDS);
      if (line > 0) this.table.set([first, second, third, line], this.find([first, second, third]));
    }
  }
}
