/** The problems of who asks and what they may do, as part of the catalogue. */
export const identityProblems = {
  'key-revoked': {
    status: 401,
    title: 'The key was revoked',
    about:
      'Whoever made it, or an administrator, revoked it, or its maker may no longer use the server. Make another.',
  },
  'key-expired': {
    status: 401,
    title: 'The key has expired',
    about: 'The key was made to be good until an instant that has passed. Make another.',
  },
  'session-wrong': {
    status: 401,
    title: 'The session is not one of this server’s',
    about: 'The cookie holds nothing that this server gave out. Sign in.',
  },
  'session-ended': {
    status: 401,
    title: 'The session was ended',
    about:
      'It was signed out, ended from elsewhere or by a change of password, or its person was disabled. Sign in.',
  },
  'session-expired': {
    status: 401,
    title: 'The session has expired',
    about: 'A session ends 12 hours after the sign-in, and 60 minutes after it was last used. Sign in.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'The address and the password do not go together',
    about:
      'There is no such person, the password is another, or the person was disabled: the answer does not say which. An administrator can send a link to choose another password.',
  },
  'not-allowed': {
    status: 403,
    title: 'Whoever asks is not allowed to',
    about:
      'The answer names the permission that is needed. A role of the person, or a scope of the key, has to give it. The refusal is in the audit log.',
  },
  'cross-site': {
    status: 403,
    title: 'The request does not come from this server’s own pages',
    about:
      'A session is used from the pages of its own origin alone, which the browser says in `Sec-Fetch-Site` or `Origin`. A program uses a key.',
  },
  'person-not-found': {
    status: 404,
    title: 'There is no such person',
    about: 'Nobody of this id is among the people that whoever asks may manage.',
  },
  'api-key-not-found': {
    status: 404,
    title: 'There is no such key',
    about: 'No key of this id is among those that whoever asks may see.',
  },
  'session-not-found': {
    status: 404,
    title: 'There is no such session',
    about: 'No session of this id is going on.',
  },
  'email-taken': {
    status: 409,
    title: 'Somebody has this e-mail address already',
    about: 'People sign in with their address, so that each has their own.',
  },
  'last-administrator': {
    status: 409,
    title: 'Nobody would be left to administer the server',
    about:
      'The last national administrator who can sign in is not disabled, moved or without the role. Make another first.',
  },
  'link-not-good': {
    status: 410,
    title: 'The link is not good any more',
    about:
      'A link is good once and for 24 hours, and a newer one replaces it. The detail says which it was. Ask for another.',
  },
  'sign-in-throttled': {
    status: 429,
    title: 'Too many attempts to sign in have failed',
    about: 'Wait for the seconds that `Retry-After` says. Until then the right password is refused too.',
  },
} as const;

/** Why whoever asks is nobody, or may not. */
export type IdentityProblem = keyof typeof identityProblems | 'key-missing' | 'key-wrong';
