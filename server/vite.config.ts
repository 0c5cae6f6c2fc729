import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const room = fileURLToPath(new URL('.', import.meta.url));

/**
 * Packages stay outside; the engine is bundled in. All output lies flat in dist/server, as deep as a folder of this
 * room, so that `new URL('../..', import.meta.url)` in such a folder is the checkout both from source and built.
 */
export default defineConfig({
  root: room,
  publicDir: false,
  build: {
    ssr: true,
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: `${room}main.ts`,
        'command-line': `${room}command-line/main.ts`,
        'batch-worker': `${room}batch/worker.ts`,
        'opinion-worker': `${room}opinion/worker.ts`,
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
