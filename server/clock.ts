/** Milliseconds since 1970-01-01T00:00:00Z, never running backwards while the process lives. */
export type Clock = () => number;
