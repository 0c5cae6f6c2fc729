import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  /** Where it listens. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts a program of this Node that prints where it listens. */
export async function started(
  file: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`it did not start: ${said}`));
    });
  });
  return {
    address,
    stop: async () => {
      child.stdin?.end();
      child.kill('SIGTERM');
      await closed;
    },
  };
}
