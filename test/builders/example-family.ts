/** The family record that the product's design gives as its example. A new one each time, free to be changed. */
export function exampleFamily() {
  return {
    id: 'F-001',
    localAuthority: 'Hertfordshire',
    attachedOn: '2012-10-01',
    closedOn: null,
    members: [
      { id: 'm1', dateOfBirth: '1978-03-02', role: 'parent', resident: true },
      { id: 'm2', dateOfBirth: '2000-05-11', role: 'child', resident: true },
    ],
    records: {
      offence: [{ member: 'm2', on: '2012-08-03', proven: true }],
      'asb-incident': [{ member: 'm2', on: '2012-09-01' }],
      'asb-intervention': [{ on: '2012-07-10', kind: 'notice-seeking-possession' }],
      exclusion: [{ member: 'm2', on: '2012-05-01', kind: 'fixed-term' }],
      'term-attendance': [
        { member: 'm2', term: '2012-13/autumn', possible: 140, authorised: 4, unauthorised: 22 },
      ],
      'school-placement': [
        { member: 'm2', from: '2012-06-07', to: null, kind: 'pupil-referral-unit', becauseExcluded: true },
      ],
      benefit: [{ member: 'm1', from: '2011-01-01', to: null, kind: 'JSA' }],
      employment: [{ member: 'm1', from: '2013-09-02', to: null, via: null }],
      'work-programme': [{ member: 'm1', on: '2013-05-01', kind: 'volunteered' }],
      'police-call-out': [{ on: '2012-06-02' }],
      'child-protection': [{ member: 'm2', from: '2012-02-01', to: null, kind: 'child-protection-plan' }],
      'domestic-incident': [{ on: '2012-02-11' }],
    },
    coverage: { offence: [{ from: '2011-01-01', to: '2013-10-01' }] },
    claims: [
      {
        programme: 'troubled-families',
        phase: 1,
        payment: 'attachment-fee',
        on: '2012-11-01',
        pence: 320000,
      },
    ],
  };
}
