import { run } from '../../server/command-line/run.ts';

interface Surroundings {
  /** The rulesets folder where none is named. */
  readonly folder: string;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
}

/** How a command line ended: its exit code, and what it wrote. */
export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process. */
export async function commandLine(argv: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { folder, stdin = '', terminal = false } = surroundings;
  let [out, err] = ['', ''];
  const exit = await run(argv, {
    stdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    out: (text) => {
      out += text;
    },
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => {
      err += text;
    },
    terminal,
    rulesets: folder,
    environment: {},
  });
  return { exit, out, err };
}

/** The one JSON value a command wrote to standard output, having written nothing to standard error. */
export function output({ out, err }: Ended): unknown {
  if (err !== '') throw new Error(`standard error has ${err}`);
  return JSON.parse(out);
}

/** The one problem a command wrote to standard error, having written nothing to standard output. */
export function problemOf({ out, err }: Ended): unknown {
  if (out !== '') throw new Error(`standard output has ${out}`);
  return JSON.parse(err);
}
