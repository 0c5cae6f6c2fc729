import type { Settings } from '../env.ts';
import type { Io } from './io.ts';
import { failure, type Outcome } from './problem.ts';

/** What the command line says in place of the environment. */
export type ServeOptions = Partial<Pick<Settings, 'port' | 'host' | 'open' | 'rulesets'>>;

/** Serves until it is told to stop. The server is loaded only here: no other command waits for it. */
export async function serveCommand(options: ServeOptions, io: Io): Promise<Outcome> {
  const [{ readEnvironment }, { thisMachine }, { serve }] = await Promise.all([
    import('../env.ts'),
    import('../machine.ts'),
    import('../serve.ts'),
  ]);
  const settings = readEnvironment(io.environment);
  if (!settings.ok) return failure('usage', settings.error.join('; '));
  const said: string[] = [];
  const machine = { ...thisMachine, err: (text: string) => said.push(text) };
  const exit = await serve({ ...settings.value, ...options }, machine);
  if (exit === 0) return { exit: 0 };
  const detail = said.length > 0 ? said.join('; ') : 'requests were cut off when the server stopped';
  return failure(exit === 2 ? 'usage' : 'server-failed', detail);
}
