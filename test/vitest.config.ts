import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './long-first.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    environment: 'node',
    testTimeout: 120_000,
    // because it leaves one processor idle by itself, of perhaps two
    maxWorkers: '100%',
    // because each file would read the product's modules anew: no test changes a module, or leaves anything behind in one
    isolate: false,
    sequence: { sequencer: LongFirst },
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**'],
  },
});
