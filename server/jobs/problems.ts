/** The problems of jobs, as the catalogue has them. */
export const jobProblems = {
  'job-not-found': {
    status: 404,
    title: 'There is no such job',
    about: 'No job of this id is of the caller’s authority. `GET /api/v1/jobs` lists those that are.',
  },
  'job-ended': {
    status: 409,
    title: 'The job has ended already',
    about: 'It is finished, failed, cancelled or purged. Nothing is left to be cancelled.',
  },
  'job-not-finished': {
    status: 409,
    title: 'The job has no results',
    about:
      'Only a finished one has: what comes of some families could be taken for what comes of all. `GET /api/v1/jobs/{id}` says how far it is, or why it will not finish.',
  },
  'export-too-long': {
    status: 422,
    title: 'There are too many families for a workbook',
    about: 'A workbook is put together in memory. Ask for `as=csv`, or narrow what is asked for.',
  },
  'job-stopped': {
    status: 500,
    title: 'The job stopped where it could not go on',
    about:
      'What it came upon is in the server’s log, under the id of the job; the job names the block of the cohort. Ask it again; where it stops at the same block, tell whoever keeps the server.',
  },
  'job-given-up': {
    status: 500,
    title: 'The job was taken up several times and came no further',
    about:
      'Each time the server that worked at it ended. It may need more memory than there is: ask it for fewer versions, or without causes.',
  },
} as const;
