import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { packageRoot } from '../package-root.ts';
import { failure } from './problem.ts';
import { run } from './run.ts';

// A reader that has seen enough, such as `head`, is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** From here where it lies below, so that paths in findings read well. */
function fromHere(folder: string): string {
  const relative = path.relative('.', folder);
  return relative.startsWith('..') ? folder : relative;
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    stdin: () => buffer(process.stdin),
    input: () => process.stdin,
    out: (text) => process.stdout.write(text),
    write: async (part) => {
      if (!process.stdout.write(part)) await once(process.stdout, 'drain');
    },
    clock: () => performance.timeOrigin + performance.now(),
    processors: availableParallelism(),
    err: (text) => process.stderr.write(text),
    terminal: process.stdout.isTTY,
    environment: process.env,
    rulesets: fromHere(path.join(packageRoot, 'rulesets')),
  });
} catch (error) {
  const { exit, problem } = failure('unexpected', error instanceof Error ? error.message : String(error));
  process.stderr.write(`${JSON.stringify(problem)}\n`);
  process.exitCode = exit;
}
