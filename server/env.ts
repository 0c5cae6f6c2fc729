import * as z from 'zod';
import { err, ok, type Result } from '../engine/index.ts';

const whole = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `is not ${what}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not from ${least} to ${most}`);

/** What the server reads from its environment. A variable that is set to nothing counts as absent. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole('a port', 0, 65_535).default(3000),
  THRESHOLD_KEY: z
    .string()
    .regex(/^[\w.~+/=-]+$/, 'has a character that a key cannot have: use letters, digits and -._~+/=')
    .min(16, 'is shorter than 16 characters')
    .optional(),
  THRESHOLD_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'is not an origin such as `https://threshold.example`')
    .optional(),
  THRESHOLD_PROXY: z.enum(['yes', 'no'], 'is not yes or no').default('no'),
  THRESHOLD_RULESETS: z.string().optional(),
  THRESHOLD_DATA: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'is not an address of PostgreSQL, `postgres://…`')
    .optional(),
  THRESHOLD_BODY_BYTES: whole('a number of bytes', 1024, 64 * 1024 * 1024).default(2 * 1024 * 1024),
  THRESHOLD_EVALUATIONS_AT_ONCE: whole('a number of requests', 1, 10_000).default(32),
  THRESHOLD_BATCHES_AT_ONCE: whole('a number of batches', 1, 1000).default(2),
  THRESHOLD_COHORT_BYTES: whole('a number of bytes', 1024, 64 * 1024 * 1024 * 1024).default(
    1024 * 1024 * 1024,
  ),
  THRESHOLD_THREADS: whole('a number of threads', 1, 999).optional(),
  THRESHOLD_KEEP_DAYS: whole('a number of days', 1, 36_500).optional(),
  THRESHOLD_DRAIN_SECONDS: whole('a number of seconds', 0, 600).default(10),
  THRESHOLD_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'silent'], 'is not one of error, warn, info, silent')
    .default('info'),
});

/** How the server is to run. */
export interface Settings {
  readonly host: string;
  /** 0 asks for any free port. */
  readonly port: number;
  /** A key that is good beside those that are kept. */
  readonly key: string | undefined;
  /** Where people reach the server from outside; sessions are for its pages alone. */
  readonly origin: string | undefined;
  /** Whether a proxy stands before the server and says who called it. */
  readonly behindProxy: boolean;
  /** Asks for no key; on a loopback address only. */
  readonly open: boolean;
  /** Absent, the folder that comes with the product. */
  readonly rulesets: string | undefined;
  /** The folder of the SQLite file; absent, `data` beside the product. */
  readonly data: string | undefined;
  /** `postgres://…`, where what is kept lies there. */
  readonly databaseUrl: string | undefined;
  readonly bodyBytes: number;
  readonly evaluationsAtOnce: number;
  readonly batchesAtOnce: number;
  readonly cohortBytes: number;
  /** Absent, as many as the machine runs at once. */
  readonly threads: number | undefined;
  /** After so many days the family of a kept decision is forgotten; absent, never. */
  readonly keepDays: number | undefined;
  readonly drainSeconds: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'silent';
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Settings from the environment alone, or one line for everything in it that is wrong. */
export function readEnvironment(variables: Variables): Result<Settings, string[]> {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environment.safeParse(given);
  if (!read.success) return err(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const env = read.data;
  return ok({
    host: env.HOST,
    port: env.PORT,
    key: env.THRESHOLD_KEY,
    origin: env.THRESHOLD_ORIGIN,
    behindProxy: env.THRESHOLD_PROXY === 'yes',
    open: false,
    rulesets: env.THRESHOLD_RULESETS,
    data: env.THRESHOLD_DATA,
    databaseUrl: env.DATABASE_URL,
    bodyBytes: env.THRESHOLD_BODY_BYTES,
    evaluationsAtOnce: env.THRESHOLD_EVALUATIONS_AT_ONCE,
    batchesAtOnce: env.THRESHOLD_BATCHES_AT_ONCE,
    cohortBytes: env.THRESHOLD_COHORT_BYTES,
    threads: env.THRESHOLD_THREADS,
    keepDays: env.THRESHOLD_KEEP_DAYS,
    drainSeconds: env.THRESHOLD_DRAIN_SECONDS,
    logLevel: env.THRESHOLD_LOG_LEVEL,
  });
}
