import type { HistoryEvent } from '../api.ts';

const events: Readonly<Record<string, string>> = {
  'draft-created': 'Draft begun',
  submitted: 'Submitted for approval',
  approved: 'Approved',
  'sent-back': 'Sent back',
  'submission-voided': 'Taken back by an edit',
  'approval-voided': 'Approval voided by an edit',
  'draft-discarded': 'Discarded',
  published: 'Published',
  released: 'Released',
  withdrawn: 'Withdrawn',
};

/** What happened, in words. */
export const eventInWords = ({ event, version }: HistoryEvent) =>
  `${events[event] ?? event}${version === null ? '' : `, as version ${version}`}`;
