import type { Threads } from './batch/threads.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Access } from './key.ts';
import type { SecondOpinion } from './library/agreed.ts';
import type { Library } from './library/library.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

export interface Limits {
  /** The longest request body that is read. */
  readonly bodyBytes: number;
  /** Evaluations under way at once, reading the body included. */
  readonly evaluationsAtOnce: number;
  /** Batches under way at once, until their last line is taken. */
  readonly batchesAtOnce: number;
  /** The longest upload of a cohort that is read. */
  readonly cohortBytes: number;
  /** After its last byte, how long the sender of a cohort is left without an answer while families are put together. */
  readonly cohortMilliseconds: number;
}

/** Where published rulesets stand. */
export interface Shelf {
  /** Everything published and released by now, whichever server did it. */
  readonly current: () => Promise<Library>;
}

/** Whether the server is on its way out: it then answers what has begun and is no longer ready. */
export interface Lifecycle {
  draining: boolean;
}

/** Everything the app has from outside: no clock, chance, environment or disk is reached in any other way. */
export interface Deps {
  /** The rulesets as they were at start: what examples and documents are made of. */
  readonly library: Library;
  /** The rulesets as they are now. */
  readonly shelf: Shelf;
  readonly store: Store;
  /** Asked about every single decision before it is answered. */
  readonly secondOpinion: SecondOpinion;
  readonly access: Access;
  readonly clock: Clock;
  readonly log: Log;
  /** A fresh id for a request; letters, digits and hyphens. */
  readonly ids: () => string;
  /** 256 bits of chance: what a key, a session or a link is known by. */
  readonly secret: () => string;
  /** Where people reach the server, such as `https://threshold.example`; absent, wherever the request says it came to. */
  readonly origin: string | undefined;
  /** A proxy stands before the server, and says in `X-Forwarded-For` who called it. */
  readonly behindProxy: boolean;
  readonly limits: Limits;
  /** Where batches are decided. */
  readonly threads: Threads;
  /** Work over whole cohorts that this server does. */
  readonly jobs: Jobs;
  readonly lifecycle: Lifecycle;
  /** A folder for what lives no longer than a request. */
  readonly scratch: string;
  /** The folder of the built studio. */
  readonly studio: string;
  /** The family that the reference page and the start page offer for trying. */
  readonly exampleFamily: Readonly<Record<string, unknown>>;
}
