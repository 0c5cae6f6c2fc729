import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { ensure, root } from '../../server/setup/ensure.mjs';
import { freshen } from '../../server/setup/freshness.mjs';

// npm run bench [-- decide batch fold stream jobs server] [--million]: built as the product is built, because what runs TypeScript from its source slows closures down.

ensure();
freshen(['server']);
const here = fileURLToPath(new URL('.', import.meta.url));
await build({
  root: here,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/bench'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        main: `${here}main.ts`,
        'batch-worker': path.join(root, 'server/batch/worker.ts'),
        echo: `${here}echo.ts`,
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
const main = path.join(root, 'dist/bench/main.js');
const { status } = spawnSync(process.execPath, [main, root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
