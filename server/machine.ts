import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Settings } from './env.ts';
import type { Log } from './log.ts';

/** What the server needs of the machine it runs on. Made by whoever starts it: `main`, or the command line. */
export interface Machine {
  readonly clock: Clock;
  /** Milliseconds since the process began. */
  readonly sinceStart: () => number;
  readonly ids: () => string;
  /** 256 bits of chance, in letters, digits, hyphens and underscores. */
  readonly secret: () => string;
  /** How many threads it runs at once. */
  readonly processors: () => number;
  /** A folder for what lives no longer than a request. */
  readonly scratch: () => string;
  /** One line for a person. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly log: (level: Settings['logLevel']) => Log;
  /** Calls back at each request to stop. */
  readonly onStop: (stop: () => void) => void;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
}

/** This process. The log goes to standard error as JSON, so that standard output stays for people. */
export const thisMachine: Machine = {
  clock: () => performance.timeOrigin + performance.now(),
  sinceStart: () => performance.now(),
  ids: randomUUID,
  secret: () => randomBytes(32).toString('base64url'),
  processors: availableParallelism,
  scratch: tmpdir,
  out: (line) => {
    process.stdout.write(`${line}\n`);
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
  log: (level) => {
    const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
    return {
      info: (fields, message) => {
        logger.info(fields, message);
      },
      warn: (fields, message) => {
        logger.warn(fields, message);
      },
      error: (fields, message) => {
        logger.error(fields, message);
      },
    };
  },
  onStop: (stop) => {
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  },
  exit: (code) => {
    process.exit(code);
  },
};
