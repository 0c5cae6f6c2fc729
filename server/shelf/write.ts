import { eq } from 'drizzle-orm';
import { actorOf, type Principal } from '../identity/principal.ts';
import { sha256 } from '../canonical.ts';
import type { NewRow } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';

/** Who does something, as rows hold them. */
export interface Doer {
  readonly actor: string;
  readonly actorName: string;
}

export const theSystem: Doer = { actor: 'system', actorName: 'system' };

export function doerOf(principal: Principal): Doer {
  return { actor: actorOf(principal), actorName: principal.name };
}

type Event = Omit<
  NewRow<'rulesetEvent'>,
  'id' | 'entry' | 'place' | 'at' | 'actor' | 'actorName' | 'detail'
> & {
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** One transaction on rulesets: what it adds stands in the order in which it was added. */
export interface Scribe {
  readonly tx: Tx;
  /** Who, when, and the next place. */
  readonly done: () => Doer & { readonly entry: number; readonly place: number; readonly at: string };
  /** Keeps a text, once; its id. */
  readonly keep: (text: string) => Promise<string>;
  readonly tell: (event: Event) => Promise<void>;
  /** Says that something was published or released, so that every server looks again. */
  readonly moved: () => Promise<void>;
}

const SHELF = 'shelf';

export function scribeOf(tx: Tx, doer: Doer): Scribe {
  let places = 0;
  const { content, shelf } = tx.tables;
  const done = () => ({ ...doer, entry: tx.entry, at: tx.at, place: places++ });
  return {
    tx,
    done,
    keep: async (text) => {
      const id = sha256(text);
      const held = await tx.q.select({ id: content.id }).from(content).where(eq(content.id, id));
      if (held.length === 0) await tx.insert('content', { id, text });
      return id;
    },
    tell: async ({ detail = {}, ...event }) => {
      const now = done();
      const id = `${String(now.entry)}/${String(now.place)}`;
      await tx.insert('rulesetEvent', { id, ...event, ...now, detail: JSON.stringify(detail) });
    },
    moved: async () => {
      const held = await tx.q.select({ id: shelf.id }).from(shelf);
      if (held.length === 0) await tx.insert('shelf', { id: SHELF, stamp: tx.entry, releases: null });
      else await tx.update('shelf', SHELF, { stamp: tx.entry });
    },
  };
}

/** Marks an empty store as filled; false where it is filled already. */
export async function firstFilled(tx: Tx, releases: string | null): Promise<boolean> {
  const held = await tx.q.select({ id: tx.tables.shelf.id }).from(tx.tables.shelf);
  if (held.length > 0) return false;
  await tx.insert('shelf', { id: SHELF, stamp: tx.entry, releases });
  return true;
}
