import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    environment: 'node',
    testTimeout: 60_000,
    // because it leaves one processor idle by itself, of perhaps two
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**'],
  },
});
