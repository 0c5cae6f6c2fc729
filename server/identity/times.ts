const MINUTE = 60_000;

/** However much it is used, a session ends so long after the sign-in. */
export const SESSION_LASTS = 12 * 60 * MINUTE;
/** A session that was not used for so long has ended. */
export const SESSION_UNUSED = 60 * MINUTE;
/** A link is good for so long. */
export const LINK_LASTS = 24 * 60 * MINUTE;
/** A key or a session is marked as used at most so often. */
export const MARK_EVERY = MINUTE;
/** Failed attempts to sign in are counted for so long from the first of them. */
export const THROTTLE_LASTS = 15 * MINUTE;

/** The instant so many milliseconds after another, in UTC. */
export function after(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The instant of a clock, in UTC. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
