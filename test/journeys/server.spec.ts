import { expect, test } from '@playwright/test';
import { startServer, stopServer } from './started.ts';

test('the built server is ready within a second of its start', async () => {
  test.setTimeout(120_000);
  // The least of several, because the machine may have other work.
  let least = Infinity;
  for (let run = 0; run < 5 && least >= 1000; run += 1) {
    const started = await startServer();
    least = Math.min(least, started.milliseconds);
    await stopServer(started);
  }
  expect(least).toBeLessThan(1000);
});

test('asked to stop, it ends with 0, also while a page keeps its connection', async () => {
  const started = await startServer();
  expect((await fetch(`${started.address}/readyz`)).status).toBe(200);
  expect(await stopServer(started)).toBe(0);
  await expect(fetch(`${started.address}/readyz`)).rejects.toThrow();
});
