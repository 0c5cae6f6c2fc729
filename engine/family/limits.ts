/** The most a family may hold. Texts are counted in characters (code points), lists in items. */
export const familyLimits = {
  /** An id or a name. */
  name: 200,
  /** Running text, where the vocabulary sets no length. */
  text: 2000,
  members: 100,
  formerIds: 100,
  /** Of one type. */
  records: 10_000,
  /** Of one type. */
  coverage: 1000,
  claims: 1000,
  overrides: 1000,
  /** Any number that is counted, and any sum in pence. */
  count: 1_000_000_000,
} as const;
