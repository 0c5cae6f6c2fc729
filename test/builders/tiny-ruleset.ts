const source = { ref: 'made-up', standing: 'unverified' };

/** The smallest ruleset that identifies and pays: one police call-out in the twelve months before attachment. */
export const tinyRuleset = {
  id: 'tiny',
  version: '1.0.0',
  title: 'A tiny ruleset',
  programme: 'troubled-families',
  phase: 1,
  jurisdiction: 'England',
  vocabulary: 'family@1',
  calendar: { fallback: 'england' },
  monthEnd: 'clamp',
  sources: { 'made-up': { title: 'Made up for tests' } },
  parameters: {
    fee: { label: 'Fee', unit: 'pence', value: 100_000, source },
    lookback: { label: 'How far back', unit: 'months', value: 12, source },
  },
  facts: {
    'call-outs': {
      count: 'police-call-out',
      label: 'police call-outs',
      window: { lastMonths: { parameter: 'lookback' }, includes: false },
    },
    offences: {
      each: { role: 'child' },
      count: 'offence',
      label: 'proven offences',
      where: { proven: true },
      window: { lastMonths: { parameter: 'lookback' }, includes: false },
    },
  },
  criteria: [
    {
      id: 'crime',
      group: 'national',
      label: 'The police were called',
      when: { fact: 'call-outs', operator: 'greaterThanInclusive', value: 1 },
      source,
    },
  ],
  eligibility: {
    routes: [{ id: 'only', label: 'The only route', when: { condition: 'crime' }, source }],
  },
  outcomes: [
    {
      id: 'calm',
      label: 'No child offends',
      parts: [
        {
          id: 'children',
          label: 'Each child',
          when: {
            every: { role: 'child' },
            satisfies: { fact: 'offences', operator: 'equal', value: 0 },
          },
        },
      ],
      source,
    },
  ],
  payments: [
    {
      id: 'attachment-fee',
      label: 'Attachment fee',
      kind: 'attachment',
      amount: { parameter: 'fee' },
      source,
    },
  ],
};

/** Identified by the call-out of June; nothing is known of offences. */
export const tinyFamily = {
  id: 'F-1',
  localAuthority: 'Nowhere',
  attachedOn: '2012-10-01',
  members: [
    { id: 'm1', role: 'parent', dateOfBirth: '1978-03-02' },
    { id: 'm2', role: 'child', dateOfBirth: '2000-05-11' },
  ],
  records: { 'police-call-out': [{ on: '2012-06-02' }] },
};

export const tinyCases = {
  ruleset: 'tiny',
  version: '1.0.0',
  families: { called: tinyFamily },
  cases: [
    {
      id: 'called-once',
      name: 'A family to whom the police came once is in',
      asOf: '2012-12-01',
      given: { use: 'called' },
      expect: { criteria: { crime: 'met' }, route: 'only', totalDuePence: 100_000 },
    },
  ],
};
