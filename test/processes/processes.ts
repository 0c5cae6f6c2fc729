import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { root } from '../../server/setup/ensure.mjs';

/** Bundles the child once, so that it starts at once; the folder is removed by whoever asked. */
export async function bundled(): Promise<{ readonly file: string; readonly remove: () => void }> {
  // because the product finds its migrations two folders above what runs
  const outDir = path.join(root, 'dist', `processes-${String(process.pid)}`);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    // because a child that reads a hundred files of packages takes three times as long to start
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'test/processes/child.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { external: ['pg-native'] },
    },
  });
  const remove = () => {
    rmSync(outDir, { recursive: true, force: true });
  };
  return { file: path.join(outDir, 'child.js'), remove };
}

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with everything it said, and how it ended, once it has. */
  readonly ended: Promise<{ readonly said: readonly string[]; readonly code: number | null }>;
}

/** Starts a child and lets it go on at once, or when `begin` is called. `hear` is told each line as it comes. */
export function start(
  bundle: string,
  args: readonly string[],
  hear: (line: string, child: ChildProcess) => void,
): Child {
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    hear(line, child);
  });
  // because a child that is killed takes no more
  child.stdin.on('error', () => undefined);
  const ended = new Promise<{ said: string[]; code: number | null }>((resolve) => {
    child.on('close', (code) => {
      resolve({ said, code });
    });
  });
  return { process: child, ended };
}
