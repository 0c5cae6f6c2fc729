/** What one family's differences come to, by the edits that cause them. */
export interface Effects {
  /** Numbers of the edits that are in a cause of something it is told. */
  readonly edits: readonly number[];
  /** Of each edit its share of the pence due, and of being eligible. */
  readonly shares: readonly (readonly [edit: number, duePence: number, eligible: number])[];
  /** Whether a share is estimated. */
  readonly estimated: boolean;
  /** Whether something has causes that were not all found. */
  readonly incomplete: boolean;
}
