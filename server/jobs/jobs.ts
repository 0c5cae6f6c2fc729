/** The jobs of this server. */
export interface Jobs {
  /** Looks for jobs now: one was asked. */
  readonly wake: () => void;
  /** Resolves when a job of this server has come further, and after so many milliseconds in any case. */
  readonly further: (milliseconds: number) => Promise<void>;
  /** Resolves when this server works at no job. */
  readonly idle: () => Promise<void>;
  /** Leaves what it works at, at the next block, to whoever takes it up. */
  readonly stop: () => Promise<void>;
}
