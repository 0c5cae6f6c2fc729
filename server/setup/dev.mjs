import { spawn } from 'node:child_process';
import { ensure, root } from './ensure.mjs';

// The server restarts on every change; the studio is served by vite, which passes /api on to the server.

ensure();
const commands = [
  ['--watch', '--import', 'tsx', 'server/main.ts'],
  ['node_modules/vite/bin/vite.js', '--config', 'studio/vite.config.ts'],
];
const running = commands.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
for (const child of running) {
  child.on('exit', (code) => {
    for (const other of running) other.kill();
    process.exitCode = code ?? 1;
  });
}
