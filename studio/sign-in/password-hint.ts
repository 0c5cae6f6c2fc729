/** What a password has to be. */
export const passwordHint =
  'At least 12 characters, any at all: three words that do not belong together are good. Not your name or your email address.';
