const terms = ['2012-13', '2013-14'].flatMap((year) =>
  ['autumn', 'spring', 'summer'].map((term) => `${year}/${term}`),
);
const types = [
  'offence',
  'asb-incident',
  'asb-intervention',
  'exclusion',
  'school-placement',
  'benefit',
  'employment',
  'work-programme',
  'police-call-out',
  'arrest',
  'child-protection',
  'domestic-incident',
  'domestic-abuse',
  'substance-misuse',
  'mental-health',
  'physical-health',
  'pregnancy',
  'housing',
];

/** A parent and a child of whom there is nothing to report: 100 sessions a term, none missed. */
export const quiet = {
  id: 'F-900',
  localAuthority: 'Anyshire',
  attachedOn: '2013-10-01',
  closedOn: null,
  members: [
    { id: 'm1', dateOfBirth: '1978-03-02', role: 'parent', resident: true },
    { id: 'm2', dateOfBirth: '2000-05-11', role: 'child', resident: true },
  ],
  records: {
    ...Object.fromEntries(types.map((type) => [type, []])),
    'term-attendance': terms.map((term) => ({
      member: 'm2',
      term,
      possible: 100,
      authorised: 0,
      unauthorised: 0,
    })),
  },
  claims: [],
};

/** Sessions of a term, of which there are 100: so also percentages. */
interface Absence {
  readonly authorised: number;
  readonly unauthorised: number;
}

/** Sessions missed in the three terms of a year, the first of which is the `first` row of attendance. */
export function missed(first: number, { authorised, unauthorised }: Absence) {
  const rows = [first, first + 1, first + 2].flatMap((at): [string, unknown][] => [
    [`/records/term-attendance/${String(at)}/authorised`, authorised],
    [`/records/term-attendance/${String(at)}/unauthorised`, unauthorised],
  ]);
  return Object.fromEntries(rows);
}

/** Proven offences of one member. */
export function offences(member: string, ...days: string[]) {
  return days.map((on) => ({ member, on, proven: true }));
}

/** Fixed-term exclusions of the child; like what follows, a patch of the family. */
export function excluded(...days: string[]) {
  return { '/records/exclusion': days.map((on) => ({ member: 'm2', on, kind: 'fixed-term' })) };
}

/** Where the child is at school, with what else is recorded of it. */
export function placed(kind: string, more: object = {}) {
  return { '/records/school-placement': [{ member: 'm2', from: '2012-06-04', to: null, kind, ...more }] };
}

/** A benefit of the parent; `to` is the first day off it. */
export function benefit(kind: string, to: string | null = null) {
  return { '/records/benefit': [{ member: 'm1', from: '2011-01-03', to, kind }] };
}

/** An intervention that names nobody. */
export function intervention(kind: string, on = '2013-03-04') {
  return { '/records/asb-intervention': [{ on, kind }] };
}
