/** Cases of the small ruleset with nothing to find in them. A fresh copy each time. */
export function smallCases() {
  return {
    ruleset: 'small',
    version: '1.0.0',
    families: { ordinary: { id: 'F-001', members: [{ id: 'm1', role: 'child' }] } },
    cases: [
      {
        id: 'excluded-child',
        name: 'A child excluded three times qualifies',
        source: { ref: 'plan', standing: 'sourced' },
        asOf: '2013-10-01',
        given: { use: 'ordinary', set: { '/attachedOn': null }, remove: ['/members/0/role'] },
        expect: {
          criteria: { school: 'met' },
          eligibility: 'unknown',
          route: 'automatic',
          routes: { discretionary: 'unknown' },
          outcomes: { settled: 'not-met' },
          parts: { 'progress.school-part': 'met' },
          payments: { fee: { verdict: 'met', duePence: 240000 } },
          nodes: { 'school.exclusions@m1': 'met', 'home.when': 'unknown' },
          reasons: { fee: ['not-attached'] },
          missing: [{ recordType: 'exclusion', member: 'm1', from: '2013-01-01' }],
        },
      },
      {
        id: 'nobody',
        name: 'A family of which nothing is known',
        asOf: '2013-10-01',
        given: { family: { id: 'F-002' } },
        expect: { route: null },
      },
    ],
  };
}
