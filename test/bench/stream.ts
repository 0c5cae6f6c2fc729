import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AS_OF } from './families.ts';

/** What one process took for a whole stream. */
export interface Streamed {
  readonly families: number;
  readonly seconds: number;
  /** The most memory it ever held, where the system tells. */
  readonly mostMebibytes: number | undefined;
}

function heldBy(pid: number | undefined): number | undefined {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) return undefined;
  const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}

/** The same families again and again under ids of their own, in pieces of about a mebibyte. */
export function* pieces(lines: readonly string[], count: number): Generator<string> {
  let piece = '';
  for (let at = 0; at < count; at += 1) {
    const line = lines[at % lines.length] ?? '';
    piece += `${line.replace(/"id":"[^"]+"/, `"id":"B-${String(at)}"`)}\n`;
    if (piece.length < 1 << 20) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Lets the built command line decide a stream of families briefly, and throws where it does not decide all. */
export async function streamed(root: string, lines: readonly string[], count: number): Promise<Streamed> {
  const argv = ['batch', '--ruleset', 'phase-1@1.0.0', '--as-of', AS_OF, '--brief', '--second-opinion', '0'];
  const child = spawn(process.execPath, [path.join(root, 'dist/server/command-line.js'), ...argv], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let tail = '';
  child.stdout.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('latin1')).slice(-500);
  });
  let most: number | undefined;
  const watch = setInterval(() => {
    const held = heldBy(child.pid);
    if (held !== undefined) most = Math.max(most ?? 0, held);
  }, 100);
  const began = performance.now();
  const closed = once(child, 'close');
  for (const piece of pieces(lines, count)) {
    if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await closed;
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  if (!tail.includes(`"decisions":${String(count)},"problems":0`))
    throw new Error(`not all decided: ${tail}`);
  return { families: count, seconds, mostMebibytes: most };
}
