import { Refusal } from '../governance/refusal.ts';
import type { Progress } from './underway.ts';

type Chunk = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Chunk> {
  try {
    return await reader.read();
  } catch {
    throw new Refusal('body-cut-off');
  }
}

/**
 * The bytes of an upload, as fast as they are read. Throws a `Refusal` where there are more than `limit`, where the sender
 * goes away before the end, and once the upload is cancelled.
 */
export async function* sentBytes(
  body: ReadableStream<Uint8Array>,
  progress: Progress,
  limit: number,
): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  progress.cancelled.addEventListener('abort', stop);
  try {
    for (;;) {
      const next = await nextOf(reader);
      if (progress.cancelled.aborted) throw new Refusal('cohort-cancelled');
      if (next.done) return;
      progress.bytes += next.value.length;
      if (progress.bytes > limit) throw new Refusal('body-too-large', { limitBytes: limit });
      yield next.value;
    }
  } finally {
    progress.cancelled.removeEventListener('abort', stop);
  }
}
