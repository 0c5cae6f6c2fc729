interface SourceNamed {
  readonly ref: string;
  readonly at?: string | undefined;
}

/** Something that is said, with where it is from. */
export function saidBy(words: string, { ref, at }: SourceNamed): string {
  return `${words} (${[ref, at].filter(Boolean).join(', ')})`;
}

/** One thing that is said more than once and differently. */
export interface ConflictRow {
  readonly label: string;
  /** Whose it is, where that is not the same for all. */
  readonly authority?: string;
  /** In words, each with where it is from. */
  readonly said: readonly string[];
  readonly apart: string;
  readonly note?: string;
}
