import { ensure } from './ensure.mjs';
import { freshen } from './freshness.mjs';

/** npm starts this through a shell that keeps signals to itself: once the shell is gone, the server is to stop too. */
function stopWithShell() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

ensure();
freshen(['server', 'studio']);
stopWithShell();
// In this process, so that signals reach the server. The address is computed because the file exists only once built.
await import(new URL('../../dist/server/main.js', import.meta.url).href);
