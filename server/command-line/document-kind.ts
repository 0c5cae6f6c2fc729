export const kinds = [
  'ruleset',
  'vocabulary',
  'calendar',
  'cases',
  'releases',
  'family',
  'unit-costs',
  'programme',
] as const;
export type DocumentKind = (typeof kinds)[number];

/** Keys that only documents of the kind have. */
const marks: Readonly<Record<DocumentKind, readonly string[]>> = {
  ruleset: [
    'criteria',
    'eligibility',
    'outcomes',
    'payments',
    'parameters',
    'facts',
    'programme',
    'monthEnd',
  ],
  vocabulary: ['recordTypes', 'everyRecord', 'schoolAge', 'roles'],
  calendar: ['authorities', 'terms'],
  cases: ['cases', 'families'],
  releases: ['releases'],
  'unit-costs': ['costs', 'references'],
  programme: ['targets', 'statements', 'funding', 'splits', 'releases', 'allowances'],
  family: ['members', 'records', 'localAuthority', 'attachedOn', 'claims', 'coverage'],
};

/** The kind that most of a document's own keys speak for, so that one misspelt key does not hide it; undefined for none. */
export function kindOf(document: unknown): DocumentKind | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const counted = kinds.map((kind) => ({
    kind,
    count: marks[kind].filter((key) => Object.hasOwn(document, key)).length,
  }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.kind : undefined;
}
