import { expect, test } from 'vitest';
import { streamOf } from '../../server/batch/stream.ts';

const one = new TextEncoder().encode('one');

/** A piece that comes, or fails, when it is told to. */
function later() {
  let resolve: (piece: Uint8Array) => void = () => undefined;
  let reject: (failure: Error) => void = () => undefined;
  const promise = new Promise<Uint8Array>((come, fail) => {
    [resolve, reject] = [come, fail];
  });
  return { promise, resolve, reject };
}

/** A stream whose second piece comes, or fails, when the test says so. */
function started(second: Promise<Uint8Array>) {
  const told: unknown[] = [];
  let ended = false;
  const asked = later();
  async function* output() {
    try {
      yield one;
      asked.resolve(one);
      yield await second;
    } finally {
      ended = true;
    }
  }
  const stream = streamOf(output(), {
    onError: (error) => told.push(error),
    onOver: () => told.push('over'),
  });
  return { reader: stream.getReader(), told, asked: asked.promise, hasEnded: () => ended };
}

test('whoever goes while the next piece is made ends the work, and nothing is called wrong', async () => {
  const second = later();
  const { reader, told, asked, hasEnded } = started(second.promise);
  expect((await reader.read()).value).toEqual(one);
  const next = reader.read();
  await asked;
  const gone = reader.cancel();
  second.resolve(one);
  await gone;
  expect((await next).done).toBe(true);
  expect(told).toEqual(['over']);
  expect(hasEnded()).toBe(true);
});

test('a piece that fails while somebody reads is told, and then that it is over', async () => {
  const second = later();
  const { reader, told } = started(second.promise);
  await reader.read();
  const next = reader.read();
  const failure = new Error('no more');
  second.reject(failure);
  await expect(next).rejects.toBe(failure);
  expect(told).toEqual([failure, 'over']);
});
