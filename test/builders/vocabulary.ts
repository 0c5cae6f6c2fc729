import type { Vocabulary } from '../../engine/document/vocabulary.ts';

const source = { ref: 'invented', standing: 'unverified' } as const;

/** A small vocabulary with a record type of every shape and membership, and a field of every type. */
export const smallVocabulary: Vocabulary = {
  id: 'small',
  version: 1,
  title: 'A small vocabulary for tests',
  sources: { invented: { title: 'Made up for tests' } },
  roles: [
    { id: 'parent', label: 'parent' },
    { id: 'child', label: 'child' },
    { id: 'other-adult', label: 'other adult' },
  ],
  schoolAge: {
    startsAt: 5,
    cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' },
    endsAt: 16,
    leavingYearFrom: '09-01',
    source,
  },
  everyRecord: {
    source: { type: 'text', label: 'where it came from', maxLength: 12 },
    evidence: { type: 'text', label: 'what shows it' },
  },
  recordTypes: {
    exclusion: {
      label: { one: 'exclusion', many: 'exclusions' },
      shape: 'event',
      member: 'required',
      fields: {
        kind: {
          type: 'kind',
          label: 'kind of exclusion',
          required: true,
          values: [
            { id: 'fixed-term', label: 'fixed-term' },
            { id: 'permanent', label: 'permanent' },
          ],
        },
        sessions: { type: 'count', label: 'sessions excluded', unit: 'sessions', max: 90 },
        appealed: { type: 'yes-no', label: 'was appealed against' },
      },
    },
    'police-call-out': {
      label: { one: 'police call-out', many: 'police call-outs' },
      shape: 'event',
      member: 'optional',
      fields: {},
    },
    employment: {
      label: { one: 'spell of work', many: 'spells of work' },
      shape: 'spell',
      member: 'required',
      fields: {
        via: {
          type: 'kind',
          label: 'the provision it came through',
          nullable: true,
          values: [{ id: 'work-programme', label: 'the Work Programme' }],
        },
        reviewOn: { type: 'day', label: 'next review', nullable: true },
        paid: { type: 'yes-no', label: 'is paid', required: true },
      },
    },
    arrears: {
      label: { one: 'spell of arrears', many: 'spells of arrears' },
      shape: 'spell',
      member: 'none',
      fields: {
        pence: { type: 'count', label: 'amount in arrears', unit: 'pence', required: true, nullable: true },
      },
    },
    'term-attendance': {
      label: { one: 'term of attendance', many: 'terms of attendance' },
      shape: 'term',
      member: 'required',
      fields: {
        possible: { type: 'count', label: 'possible sessions', unit: 'sessions', required: true },
        authorised: { type: 'count', label: 'sessions of authorised absence', unit: 'sessions' },
        unauthorised: { type: 'count', label: 'sessions of unauthorised absence', unit: 'sessions' },
      },
      limits: [{ sum: ['authorised', 'unauthorised'], atMost: 'possible' }],
    },
  },
};

/** A family with something in every place that `smallVocabulary` gives it. A new one each time, free to be changed. */
export function smallFamily() {
  return {
    id: 'F-001',
    localAuthority: 'Hertfordshire',
    vocabulary: 'small@1',
    attachedOn: '2012-10-01',
    closedOn: null,
    formerIds: ['F-000'],
    members: [
      { id: 'm1', role: 'parent', dateOfBirth: '1978-03-02', resident: true },
      { id: 'm2', role: 'child', dateOfBirth: null, joinedOn: '2000-05-11', leftOn: null, personRef: 'p-7' },
    ],
    records: {
      exclusion: [
        { member: 'm2', on: '2012-05-01', kind: 'fixed-term', sessions: 4, source: 'school' },
        { member: 'm2', on: '2012-02-29', kind: 'permanent', sessions: null, appealed: false },
      ],
      'police-call-out': [{ on: '2012-06-02' }, { on: '2012-06-03', member: 'm1' }],
      employment: [
        { member: 'm1', from: '2013-09-02', to: null, via: null, reviewOn: '2013-12-01', paid: true },
      ],
      arrears: [{ from: '2012-01-01', to: '2012-01-02', pence: null }],
      'term-attendance': [
        { member: 'm2', term: '2012-13/autumn', possible: 140, authorised: 118, unauthorised: 22 },
        { member: 'm2', term: '2012-13/spring', possible: 0 },
      ],
    },
    coverage: {
      exclusion: [{ from: '2011-01-01', to: '2013-10-01', member: 'm2' }],
      arrears: [{ from: '2011-01-01', to: null }],
      employment: [],
    },
    claims: [
      {
        programme: 'troubled-families',
        phase: 1,
        payment: 'attachment-fee',
        on: '2012-11-01',
        pence: 320000,
      },
    ],
    overrides: [
      {
        outcome: 'crime-and-education',
        part: null,
        verdict: 'met',
        by: 'p-9',
        role: 'lead-practitioner',
        on: '2013-05-01',
        reason: 'the school holds the register',
        evidence: 'register 7',
      },
    ],
  };
}
