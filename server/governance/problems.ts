/** The problems of drafts, approvals and releases, as the catalogue has them. */
export const governanceProblems = {
  'draft-not-found': {
    status: 404,
    title: 'There is no such draft',
    about: 'No draft of this id can be seen by whoever asks. `GET /api/v1/drafts` lists those that can.',
  },
  'revision-not-found': {
    status: 404,
    title: 'The draft has no such revision',
    about: 'The revisions there are stand in `GET /api/v1/drafts/{id}/revisions`.',
  },
  'not-your-authority': {
    status: 403,
    title: 'This belongs to another authority',
    about:
      'Whoever belongs to an authority writes and releases its own rulesets, calendars, unit costs and programmes; the national ones and vocabularies are for those who are national. Claims are made under national rules or one’s own.',
  },
  'own-work': {
    status: 403,
    title: 'Nobody approves their own work',
    about:
      'Whoever wrote any revision of a draft, or submitted it, cannot approve it, and whoever began a claim run cannot audit it, by whichever key. Ask somebody else.',
  },
  'draft-not-submitted': {
    status: 409,
    title: 'The draft is not submitted',
    about:
      'It was never submitted, was sent back, or was edited since, which voids a submission and an approval.',
  },
  'draft-not-approved': {
    status: 409,
    title: 'The draft is not approved',
    about:
      'Only what somebody else approved is released. An edit voids an approval; the draft’s history says so.',
  },
  'draft-already-submitted': {
    status: 409,
    title: 'The draft is submitted already',
    about: 'It waits for approval, or is approved. An edit takes it back.',
  },
  'draft-already-approved': {
    status: 409,
    title: 'The draft is approved already',
    about: 'One approval is enough. The draft says whose it is.',
  },
  'draft-closed': {
    status: 409,
    title: 'The draft is released or discarded',
    about: 'Nothing changes it any more. Make a new draft from the version.',
  },
  'approval-stale': {
    status: 409,
    title: 'What was approved is not what is submitted now',
    about: 'The answer has the hash of what is submitted. Read it again before you approve it.',
  },
  'impact-not-stated': {
    status: 409,
    title: 'The author named no cohort on which to weigh it',
    about:
      'A cohort, a day and a band are stated when a draft is submitted. To state them later, send it back.',
  },
  'impact-awaited': {
    status: 409,
    title: 'What it changes is still being weighed',
    about:
      'The author named a cohort and what they expect of it. `GET /api/v1/drafts/{id}/impact` says how far the comparison is.',
  },
  'version-not-higher': {
    status: 409,
    title: 'The number is not above those that are published',
    about: 'A number is given once. The answer proposes one.',
  },
  'already-released': {
    status: 409,
    title: 'The version is released from that day already',
    about: 'A version has one release from a day. Withdraw it, or release it from another day.',
  },
  'not-released': {
    status: 409,
    title: 'The version is not in force on that day or later',
    about: 'There is nothing to withdraw from that day on. The answer lists the releases there are.',
  },
  'id-taken': {
    status: 409,
    title: 'There is a ruleset, vocabulary or calendar of that name already',
    about: 'Make a draft from what is published, or take another name.',
  },
  'revision-stale': {
    status: 412,
    title: 'Somebody saved the draft in between',
    about:
      'What was sent is kept as a revision that does not count. The answer has the revision that counts, with its texts: save again over it, with its number in `If-Match`, whichever you keep.',
  },
  'draft-fails': {
    status: 422,
    title: 'The draft has errors, or a case fails',
    about: 'The findings and the failing cases stand in `GET /api/v1/drafts/{id}/checks`.',
  },
  'reason-missing': {
    status: 422,
    title: 'This needs a reason in writing',
    about:
      'A release from a day that is past says why; so does an approval of what changes more or less than its author expects, or of what could not be weighed.',
  },
  'revision-missing': {
    status: 428,
    title: 'Say which revision this is written over',
    about: 'Send the header `If-Match` with the `ETag` of the draft as it was read.',
  },
} as const;
