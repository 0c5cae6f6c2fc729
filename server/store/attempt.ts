import type { Result } from '../../engine/index.ts';
import type { Store } from './store.ts';
import type { Tx } from './tx.ts';
import type { Writer } from './writer.ts';

/** A transaction that may find that it must not be: where `work` comes to an error, nothing of it is kept. */
export async function attempt<T, E>(
  store: Pick<Store, 'write'>,
  writer: Writer,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const held: { refused?: Result<never, E> } = {};
  try {
    return await store.write(writer, async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      held.refused = result;
      throw new Error('invariant: a refused transaction is undone');
    });
  } catch (error) {
    if (held.refused !== undefined) return held.refused;
    throw error;
  }
}
