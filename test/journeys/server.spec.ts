import { expect, test } from '@playwright/test';
import { startServer, stopServer } from './started.ts';

test('asked to stop, it ends with 0, also while a page keeps its connection', async () => {
  const started = await startServer();
  expect((await fetch(`${started.address}/readyz`)).status).toBe(200);
  expect(await stopServer(started)).toBe(0);
  await expect(fetch(`${started.address}/readyz`)).rejects.toThrow();
});
