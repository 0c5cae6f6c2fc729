import { run } from '../../server/command-line/run.ts';

interface Surroundings {
  /** The rulesets folder where none is named. */
  readonly folder: string;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a command line ended: its exit code, and what it wrote. */
export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** As a pipe gives it: cut anywhere. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 65_521;
  for (let from = 0; from < bytes.length; from += size)
    yield await Promise.resolve(bytes.subarray(from, from + size));
}

/** Runs one command line in this process. */
export async function commandLine(argv: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { folder, stdin = '', terminal = false, environment = {} } = surroundings;
  const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
  const decoder = new TextDecoder();
  let [out, err] = ['', ''];
  const exit = await run(argv, {
    stdin: () => Promise.resolve(bytes),
    input: () => inPieces(bytes),
    out: (text) => {
      out += text;
    },
    write: (part) => {
      out += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
      return Promise.resolve();
    },
    clock: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    processors: 2,
    err: (text) => {
      err += text;
    },
    terminal,
    rulesets: folder,
    environment,
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
