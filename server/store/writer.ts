/** Who writes, and whose data. */
export interface Writer {
  /** `person:<id>`, `key:<id>`, `open` or `system`. */
  readonly actor: string;
  /** `national` for what belongs to no authority. */
  readonly authority: string;
}
