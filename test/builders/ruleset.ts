const source = { ref: 'plan', at: '1', standing: 'sourced' };

function parameter(unit: string, value: unknown) {
  return { label: `a parameter in ${unit}`, unit, value, source };
}

const p = (name: string) => ({ parameter: name });

/** One parameter of each unit, and one with values by day. */
function parameters() {
  return {
    'exclusion-threshold': parameter('count', 3),
    'criteria-needed': parameter('count', 2),
    'absence-threshold': parameter('percent', 15.5),
    'look-back': parameter('months', 12),
    'look-back-weeks': parameter('weeks', 30),
    'look-back-days': parameter('days', 90),
    'look-back-years': parameter('years', 2),
    'school-terms': parameter('terms', 3),
    'adult-age': parameter('years', 18),
    'includes-day': parameter('yes-no', true),
    'serious-kinds': parameter('kinds', ['fixed-term', 'permanent']),
    'last-claim-day': parameter('day', '2015-05-31'),
    'age-day': { ...parameter('choice', 'event'), choices: ['event', 'looked-from'] },
    'zero-baseline': { ...parameter('choice', 'met'), choices: ['met', 'not-met'] },
    'local-rule': { ...parameter('choice', 'strict'), choices: ['strict', 'loose'] },
    fee: {
      label: 'Attachment fee',
      unit: 'pence',
      by: 'attachedOn',
      values: [
        { from: '2012-04-01', to: '2013-04-01', value: 320000 },
        { from: '2013-04-01', value: 240000 },
      ],
      source,
    },
    'results-pot': parameter('pence', 80000),
  };
}

/** One fact of each measure, and one window of each kind. */
function facts() {
  const lookBack = { lastMonths: p('look-back'), includes: p('includes-day'), includesFirst: false };
  const ever = { ever: true, includes: true };
  return {
    exclusions: {
      label: 'exclusions',
      each: { role: 'child' },
      count: 'exclusion',
      where: { kind: p('serious-kinds'), upheld: true, decidedOn: null },
      aged: { from: p('adult-age'), on: p('age-day') },
      window: { lastTerms: p('school-terms'), partTerm: p('includes-day'), notBefore: 'attachedOn' },
    },
    incidents: { label: 'incidents', count: 'incident', by: { role: ['child', 'parent'] }, window: lookBack },
    'recent-incidents': {
      label: 'recent incidents',
      count: 'incident',
      window: { lastDays: p('look-back-days'), includes: true },
    },
    noticed: {
      label: 'a notice',
      exists: 'notice',
      where: { kind: ['possession', 'eviction'] },
      window: { since: 'attachedOn', includes: true },
    },
    'notices-after': {
      label: 'notices after one',
      count: 'notice',
      window: { after: { first: 'notice', where: { kind: 'eviction' } }, weeks: p('look-back-weeks') },
    },
    'notices-before': {
      label: 'notices before',
      count: 'notice',
      where: { kind: { not: 'eviction' } },
      window: { before: { last: 'notice' }, months: p('look-back') },
    },
    absence: {
      label: 'unauthorised absence',
      each: { role: 'child' },
      ratio: {
        of: 'attendance',
        sum: ['authorised', 'unauthorised'],
        minus: ['authorised'],
        over: 'possible',
      },
      window: { lastTerms: p('school-terms') },
    },
    'incident-fall': {
      label: 'fall in incidents',
      reduction: 'incident',
      window: { lastYears: p('look-back-years'), includes: false },
      baseline: { before: 'attachedOn', months: p('look-back') },
    },
    'placement-days': {
      label: 'days in a placement',
      each: {},
      length: { of: 'placement', measure: 'longest' },
      where: { via: null },
      window: { lastWeeks: p('look-back-weeks'), includes: false },
    },
    age: { label: 'age', each: { role: ['child', 'parent'] }, age: 'lookedFrom' },
    resident: { label: 'lives with the family', each: {}, resident: true },
    'school-age': { label: 'of school age', each: {}, schoolAge: { lastTerms: 1 } },
    'was-attached': { label: 'was attached', dated: 'attachedOn' },
    'fee-claimed': { label: 'the fee was claimed', claimed: 'fee' },
    placed: { label: 'a placement', exists: 'placement', window: { on: 'lookedFrom' } },
    'incidents-ever': { label: 'incidents ever', count: 'incident', window: ever },
  };
}

function compare(fact: string, operator: string, value: unknown) {
  return { fact, operator, value };
}

function criteria() {
  return [
    {
      id: 'school',
      group: 'national',
      label: 'A child is not in school',
      when: {
        some: {
          role: 'child',
          aged: { from: 0, below: p('adult-age') },
          schoolAge: { lastTerms: p('school-terms') },
        },
        satisfies: {
          any: [
            {
              id: 'school.exclusions',
              ...compare('exclusions', 'greaterThanInclusive', p('exclusion-threshold')),
            },
            { id: 'school.absence', ...compare('absence', 'greaterThan', p('absence-threshold')) },
            compare('placement-days', 'greaterThan', 0),
          ],
        },
      },
      source,
    },
    {
      id: 'home',
      group: 'national',
      label: 'The home is at risk',
      appliesWhen: compare('was-attached', 'equal', true),
      when: {
        any: [
          compare('noticed', 'equal', true),
          compare('notices-after', 'greaterThan', 1),
          compare('notices-before', 'notEqual', 0),
        ],
      },
      source,
    },
    {
      id: 'order',
      group: 'local',
      label: 'Incidents',
      looksFrom: 'asOf',
      when: {
        all: [
          { not: compare('incidents', 'lessThan', 1) },
          compare('recent-incidents', 'greaterThan', 0),
          { parameter: 'local-rule', operator: 'equal', value: 'strict' },
        ],
      },
      source,
      note: 'A local rule.',
    },
  ];
}

function routes() {
  const all = ['school', 'home', 'order'].map((condition) => ({ condition }));
  return [
    { id: 'automatic', label: 'All three', when: { all }, source },
    {
      id: 'discretionary',
      label: 'Two of three',
      when: {
        atLeast: p('criteria-needed'),
        of: all,
        cap: {
          members: { role: 'parent', resident: false, where: compare('resident', 'equal', false) },
          atMost: 1,
        },
      },
      source,
    },
  ];
}

function outcomes() {
  return [
    {
      id: 'progress',
      label: 'Progress',
      parts: [
        {
          id: 'school-part',
          label: 'School',
          appliesWhen: { condition: 'school' },
          when: {
            every: { role: ['child'], where: compare('school-age', 'equal', true) },
            satisfies: {
              all: [
                compare('absence', 'lessThan', p('absence-threshold')),
                compare('age', 'lessThan', p('adult-age')),
              ],
            },
          },
          override: { roles: ['auditor'], source },
          source,
        },
        {
          id: 'order-part',
          label: 'Order',
          when: compare('incident-fall', 'greaterThanInclusive', p('absence-threshold')),
        },
      ],
      source,
    },
    {
      id: 'settled',
      label: 'Settled',
      looksFrom: 'asOf',
      when: {
        all: [
          { condition: 'progress' },
          compare('placed', 'notEqual', true),
          compare('incidents-ever', 'lessThanInclusive', 1),
          compare('fee-claimed', 'equal', true),
        ],
      },
      source,
    },
  ];
}

/** A ruleset with each construct of the language and nothing to find in it: no error and no warning. A fresh copy each time. */
export function smallRuleset() {
  return {
    format: 1,
    id: 'small',
    version: '1.0.0',
    title: 'A small ruleset',
    description: 'Each construct once.',
    programme: 'tests',
    phase: 1,
    jurisdiction: 'Nowhere',
    basedOn: { id: 'large', version: '2.0.0-preview.1' },
    vocabulary: 'small@1',
    calendar: { fallback: 'small', local: ['seaside'] },
    monthEnd: 'clamp',
    leapBirthday: '28-february',
    zeroBaseline: p('zero-baseline'),
    sources: { plan: { title: 'The plan', date: '2012' } },
    parameters: parameters(),
    facts: facts(),
    criteria: criteria(),
    eligibility: { routes: routes() },
    outcomes: outcomes(),
    payments: [
      {
        id: 'fee',
        label: 'Fee',
        kind: 'attachment',
        amount: p('fee'),
        claimBefore: p('last-claim-day'),
        source,
      },
      {
        id: 'result',
        label: 'Result',
        kind: 'result',
        amount: p('results-pot'),
        when: { condition: 'settled' },
        pot: 'results',
        families: { atMost: p('criteria-needed') },
        source,
      },
    ],
    pots: [{ id: 'results', label: 'Results', cap: p('results-pot'), exclusive: true, source }],
    grants: [{ id: 'co-ordinator', label: 'Co-ordinator', amount: p('results-pot'), each: 'year', source }],
    share: { funded: 5, of: 6, families: 'floor', money: 'penny', source },
  };
}
