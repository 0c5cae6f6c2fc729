import type { Clock } from '../clock.ts';

/** What the command line reaches of the machine, apart from the files it is given. */
export interface Io {
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input as it arrives. */
  readonly input: () => AsyncIterable<Uint8Array>;
  readonly out: (text: string) => void;
  /** To standard output; done when there is room for more. */
  readonly write: (part: string | Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  /** When it is: for what is written to the store, never for a decision. */
  readonly clock: Clock;
  /** How many threads the machine runs at once. */
  readonly processors: number;
  /** Whether a person reads standard output: JSON is then indented. */
  readonly terminal: boolean;
  /** The rulesets folder where `--rulesets` names none. */
  readonly rulesets: string;
  /** The environment, which has the server's settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
