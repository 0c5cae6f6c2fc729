import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const room = fileURLToPath(new URL('.', import.meta.url));

/** Packages stay outside; the engine is bundled in. */
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
      input: { main: `${room}main.ts`, 'command-line': `${room}command-line/main.ts` },
    },
  },
});
