/** The problems of claims, as the catalogue has them. */
export const claimProblems = {
  'claim-window-invalid': {
    status: 422,
    title: 'The claim window cannot be put in force',
    about:
      'Its days do not hold together, or lie over those of another window of its programme and phase, of another id. Each finding has a JSON Pointer into the request body.',
  },
  'claim-run-not-found': {
    status: 404,
    title: 'There is no such claim run',
    about: 'No run of this id is of the caller’s authority. `GET /api/v1/claim-runs` lists those that are.',
  },
  'claim-not-found': {
    status: 404,
    title: 'There is no such claim',
    about: 'No claim of this id is of the caller’s authority. `GET /api/v1/claims` lists those that are.',
  },
  'outside-claim-windows': {
    status: 422,
    title: 'No claim is taken on that day',
    about:
      'The day has not come yet, or lies in no claim window of the phase; the detail names those there are. `GET /api/v1/claim-windows` gives each with its source.',
  },
  'version-not-in-force': {
    status: 422,
    title: 'The version is not in force on that day',
    about: 'A claim is made under the version that is in force on its day. The answer lists every release.',
  },
  'claim-run-not-open': {
    status: 409,
    title: 'The claim run is not at that point',
    about:
      'What a run takes depends on its state: families while it is `proposing`, a sample and its submission once it is `proposed`. `GET /api/v1/claim-runs/{id}` says where it stands.',
  },
  'claim-cohort-changed': {
    status: 409,
    title: 'The cohort has changed since the claim run was begun',
    about:
      'A run is of a cohort as it was frozen. Nothing more is proposed; withdraw the run and begin another.',
  },
  'claim-not-in-doubt': {
    status: 409,
    title: 'Nobody needs to say whose the claim is',
    about:
      'It holds the family back whoever it is of: it is dated later, was made under other rules, was clawed back, or the record lists it although it was withdrawn. `mayBeApart` of what a run held back says where a person decides.',
  },
  'claim-refused': {
    status: 422,
    title: 'The claim cannot be made',
    about:
      'Each finding says why: the family is not attached, nothing is due, it was claimed before, the amount is another, or a person must resolve something first. Nothing was written.',
  },
  'claim-sample-invalid': {
    status: 422,
    title: 'The sample cannot be drawn',
    about:
      'A risk is of something that the decisions of the run have no verdict of. Each finding has a JSON Pointer into the request body.',
  },
  'claim-sample-wanted': {
    status: 409,
    title: 'The run has not been through its audit',
    about:
      'Draw a sample, and have somebody say of each claim of it whether the evidence holds. The detail says what is left.',
  },
  'statement-invalid': {
    status: 422,
    title: 'The statement cannot be read',
    about: 'Its columns or its rows are not those of a statement. Each finding names the line of the table.',
  },
  'claim-events-refused': {
    status: 409,
    title: 'Something cannot become of a claim',
    about: 'Each finding says of which claim and why. None of the list was written.',
  },
} as const;
