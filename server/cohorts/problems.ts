/** The problems of cohorts, as the catalogue has them. */
export const cohortProblems = {
  'cohort-not-found': {
    status: 404,
    title: 'There is no such cohort',
    about: 'No cohort of this id is of the caller’s authority. `GET /api/v1/cohorts` lists those that are.',
  },
  'cohort-family-not-found': {
    status: 404,
    title: 'The cohort has no such family',
    about: 'No family of this id is in it: it never was, is held aside, or was erased.',
  },
  'template-not-found': {
    status: 404,
    title: 'There is no such template',
    about: '`GET /api/v1/cohort-templates` lists those there are.',
  },
  'cohort-there': {
    status: 409,
    title: 'There is a cohort of this id already',
    about: 'An id is given once. Leave it out, and the server chooses one.',
  },
  'cohort-gone': {
    status: 409,
    title: 'The cohort is purged or cancelled already',
    about: 'Nothing of its families is kept. What it was is still listed.',
  },
  'cohort-cancelled': {
    status: 409,
    title: 'The cohort was cancelled while it was received',
    about: 'Somebody removed it meanwhile. Nothing of it is kept; send it again.',
  },
  'cohort-not-open': {
    status: 409,
    title: 'The cohort has no rows that can be mended',
    about: 'Only one whose state is `open` has: it was received whole, and rows of it are held aside.',
  },
  'cohort-not-whole': {
    status: 409,
    title: 'The cohort is not whole',
    about:
      'It is being received, has rows that are held aside, or is purged or cancelled: what is counted over it would be wrong.',
  },
  'cohort-changed': {
    status: 409,
    title: 'The cohort was changed meanwhile',
    about: 'Somebody else mended rows of it. Read what is held now, and send what is still wrong.',
  },
  'cohort-unreadable': {
    status: 422,
    title: 'The files cannot be read as a cohort',
    about:
      'Whole files or columns are not what they should be: `faults` names each. Nothing was kept. What is wrong with single rows never leads here: they are held aside.',
  },
  'rows-invalid': {
    status: 422,
    title: 'The rows cannot be taken as they were sent',
    about: 'Each finding says which row and why. Nothing of them was taken.',
  },
} as const;
