/** What the command line reaches of the machine, apart from the files it is given. */
export interface Io {
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  /** As `out`, for much: fulfilled once there is room for more, so that memory stays flat. */
  readonly write: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** Whether a person reads standard output: JSON is then indented. */
  readonly terminal: boolean;
  /** The rulesets folder where `--rulesets` names none. */
  readonly rulesets: string;
  /** The environment, which has the server's settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
