import { parseArgs } from 'node:util';
import { readEnvironment } from './env.ts';
import { thisMachine } from './machine.ts';
import { serve } from './serve.ts';

/** `--open` is the one thing that is said on the command line: it is never to be left lying in an environment. */
function readArguments(): { open: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { open: { type: 'boolean', default: false } } });
    return values;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const given = readArguments();
  if (given === undefined) {
    thisMachine.err(
      'the server takes one argument, --open; the rest is set in the environment (server/README.md)',
    );
    return 2;
  }
  const settings = readEnvironment(process.env);
  if (settings.ok) return serve({ ...settings.value, ...given }, thisMachine);
  for (const line of settings.error) thisMachine.err(line);
  return 2;
}

process.exitCode = await main();
