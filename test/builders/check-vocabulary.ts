/** A vocabulary with one record type of each shape and whereabouts, and each type of field. A fresh copy each time. */
export function smallVocabulary() {
  const source = { ref: 'act', standing: 'sourced' };
  return {
    id: 'small',
    version: 1,
    title: 'What is known of a family in the tests of the static check',
    sources: { act: { title: 'Education Act' } },
    roles: [
      { id: 'child', label: 'child' },
      { id: 'parent', label: 'parent' },
    ],
    schoolAge: {
      startsAt: 5,
      cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' },
      endsAt: 16,
      leavingYearFrom: '09-01',
      source,
    },
    everyRecord: { evidence: { type: 'text', label: 'what shows it' } },
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
              { id: 'fixed-term', label: 'a fixed-term exclusion' },
              { id: 'permanent', label: 'a permanent exclusion' },
            ],
          },
          upheld: { type: 'yes-no', label: 'upheld on appeal' },
          decidedOn: { type: 'day', label: 'day of the decision', nullable: true },
        },
        source,
      },
      incident: {
        label: { one: 'incident', many: 'incidents' },
        shape: 'event',
        member: 'optional',
        fields: {},
      },
      notice: {
        label: { one: 'notice', many: 'notices' },
        shape: 'event',
        member: 'none',
        fields: {
          kind: {
            type: 'kind',
            label: 'kind of notice',
            values: [
              { id: 'possession', label: 'a notice of seeking possession' },
              { id: 'eviction', label: 'an eviction' },
            ],
          },
        },
      },
      placement: {
        label: { one: 'placement', many: 'placements' },
        shape: 'spell',
        member: 'required',
        fields: {
          via: {
            type: 'kind',
            label: 'who arranged it',
            nullable: true,
            values: [{ id: 'council', label: 'the council' }],
          },
        },
      },
      attendance: {
        label: { one: 'term of attendance', many: 'terms of attendance' },
        shape: 'term',
        member: 'required',
        fields: {
          possible: { type: 'count', label: 'possible sessions', required: true, unit: 'sessions', max: 200 },
          authorised: { type: 'count', label: 'authorised absence', unit: 'sessions' },
          unauthorised: { type: 'count', label: 'unauthorised absence', unit: 'sessions' },
        },
        limits: [{ sum: ['authorised', 'unauthorised'], atMost: 'possible' }],
      },
    },
  };
}

/** Terms that touch, and a half-term as long as its term: the most that is right. For every authority that has no calendar of its own. */
export function smallCalendar() {
  const source = { ref: 'council', standing: 'sourced' };
  return {
    id: 'small',
    title: 'School terms in the tests of the static check',
    authorities: [] as string[],
    sources: { council: { title: 'School term dates' } },
    terms: [
      {
        id: '2012-13/autumn',
        from: '2012-09-03',
        to: '2012-12-22',
        halfTerm: { from: '2012-10-29', to: '2012-11-03' },
        source,
      },
      { id: '2012-13/spring', from: '2013-01-07', to: '2013-04-15', source },
      {
        id: '2012-13/summer',
        from: '2013-04-15',
        to: '2013-07-25',
        halfTerm: { from: '2013-04-15', to: '2013-07-25' },
        source,
      },
      { id: '2013-14/autumn', from: '2013-09-02', to: '2013-12-21', source },
    ],
  };
}

export function localCalendar(id = 'seaside') {
  return { ...smallCalendar(), id, authorities: ['Seaside'] };
}
