import type { Theme } from './plot.ts';

/** What a field may be: one of these, an amount in pence from one to another, or a day so many days after `from`. */
export type FieldPlan =
  | { readonly values: readonly (string | boolean)[]; readonly required?: true }
  | { readonly pence: readonly [from: number, to: number] }
  | { readonly days: readonly [from: number, to: number] };

/** How records of a type come about that no problem of the first programme rests on. */
export interface Plan {
  readonly type: string;
  /** The problems that show in them. */
  readonly themes: readonly Theme[];
  readonly shape: 'event' | 'spell';
  /** Whom they are about; `either` is a member or the family as a whole. */
  readonly about: 'child' | 'adult' | 'anyone' | 'either' | 'family';
  /** Ages on the look day: `from` is the youngest in, `below` the youngest out. */
  readonly aged?: { readonly from: number; readonly below: number };
  /** The most that there are in a year. */
  readonly most?: number;
  /** The most days that a spell lasts; absent where it may go on. */
  readonly longest?: number;
  readonly fields: Readonly<Record<string, FieldPlan>>;
}

const yesNo = { values: [true, true, true, false] } as const;
const oneOf = (...values: [string, ...string[]]) => ({ values, required: true }) as const;

const justice: readonly Plan[] = [
  {
    type: 'arrest',
    themes: ['justice', 'crime'],
    shape: 'event',
    about: 'anyone',
    aged: { from: 10, below: 90 },
    most: 5,
    fields: {},
  },
  {
    type: 'police-call-out',
    themes: ['justice', 'abuse'],
    shape: 'event',
    about: 'either',
    most: 6,
    fields: {},
  },
  {
    type: 'custody',
    themes: ['justice'],
    shape: 'spell',
    about: 'adult',
    fields: { nearRelease: yesNo, releaseOn: { days: [60, 400] }, parentingResponsibility: yesNo },
  },
  {
    type: 'licence',
    themes: ['justice'],
    shape: 'spell',
    about: 'adult',
    fields: {
      kind: oneOf('licence', 'supervision'),
      parentingResponsibility: yesNo,
      breached: { values: [false, true] },
    },
  },
  {
    type: 'community-order',
    themes: ['justice'],
    shape: 'spell',
    about: 'adult',
    fields: {
      kind: oneOf('community-order', 'suspended-sentence'),
      parentingResponsibility: yesNo,
      breached: { values: [false, true] },
    },
  },
];

const child = { shape: 'spell', about: 'child' } as const;

const help: readonly Plan[] = [
  {
    ...child,
    type: 'send-support',
    themes: ['help', 'school'],
    aged: { from: 3, below: 18 },
    fields: {
      need: {
        values: [
          ...['social-emotional-mental-health', 'social-emotional-mental-health'],
          ...['communication-and-interaction', 'cognition-and-learning', 'sensory-or-physical'],
        ],
        required: true,
      },
    },
  },
  {
    ...child,
    type: 'early-years-entitlement',
    themes: ['help'],
    aged: { from: 2, below: 5 },
    fields: { takenUp: { values: [false, false, true], required: true } },
  },
  { ...child, type: 'early-help', about: 'either', themes: ['help'], fields: {} },
  { ...child, type: 'child-in-need', themes: ['help'], fields: {} },
  { ...child, type: 'section-47-enquiry', themes: ['help'], fields: {} },
  {
    ...child,
    type: 'child-protection',
    themes: ['help', 'abuse'],
    fields: { kind: oneOf('child-protection-plan', 'child-protection-plan', 'edge-of-care') },
  },
  {
    ...child,
    type: 'missing-episode',
    shape: 'event',
    themes: ['help'],
    aged: { from: 9, below: 18 },
    most: 3,
    fields: {},
  },
  {
    ...child,
    type: 'exploitation-risk',
    themes: ['help'],
    aged: { from: 10, below: 18 },
    fields: { kind: oneOf('sexual', 'criminal') },
  },
];

const finance: readonly Plan[] = [
  { ...child, type: 'neet', themes: ['finance'], aged: { from: 16, below: 20 }, fields: {} },
  {
    ...child,
    type: 'leaving-school',
    shape: 'event',
    themes: ['finance'],
    aged: { from: 16, below: 19 },
    fields: { kind: oneOf('without-plan', 'without-qualifications') },
  },
  {
    type: 'housing',
    themes: ['finance'],
    shape: 'event',
    about: 'family',
    most: 2,
    fields: {
      kind: oneOf(
        ...(['possession-notice-for-arrears', 'possession-order-for-arrears', 'eviction-notice'] as const),
        ...(['homelessness-duty', 'threatened-with-homelessness'] as const),
      ),
    },
  },
  { type: 'temporary-accommodation', themes: ['finance'], shape: 'spell', about: 'family', fields: {} },
  {
    type: 'arrears',
    themes: ['finance'],
    shape: 'spell',
    about: 'family',
    fields: {
      kind: oneOf('rent', 'rent', 'mortgage', 'council-tax', 'utilities'),
      pence: { pence: [5_000, 400_000] },
    },
  },
  {
    type: 'debt',
    themes: ['finance'],
    shape: 'spell',
    about: 'either',
    fields: { pence: { pence: [50_000, 2_500_000] } },
  },
];

const abuse: readonly Plan[] = [
  {
    type: 'domestic-incident',
    themes: ['abuse'],
    shape: 'event',
    about: 'either',
    most: 3,
    fields: { policeCalled: yesNo },
  },
  {
    type: 'domestic-abuse',
    themes: ['abuse'],
    shape: 'spell',
    about: 'anyone',
    fields: { kind: oneOf('experienced', 'at-risk', 'perpetrated') },
  },
];

const health: readonly Plan[] = [
  {
    type: 'substance-misuse',
    themes: ['health'],
    shape: 'spell',
    about: 'anyone',
    aged: { from: 12, below: 90 },
    fields: {
      kind: oneOf('drugs', 'alcohol', 'drugs-and-alcohol'),
      inTreatment: yesNo,
      newMother: { values: [false, false, false, true] },
    },
  },
  {
    type: 'mental-health',
    themes: ['health'],
    shape: 'spell',
    about: 'anyone',
    aged: { from: 5, below: 90 },
    fields: { inTreatment: yesNo, newMother: { values: [false, false, false, true] } },
  },
  {
    type: 'physical-health',
    themes: ['health'],
    shape: 'spell',
    about: 'anyone',
    fields: {
      kind: oneOf('long-term-condition', 'disability', 'effects-of-domestic-abuse'),
      inTreatment: yesNo,
    },
  },
  {
    type: 'pregnancy',
    themes: ['health'],
    shape: 'spell',
    about: 'anyone',
    aged: { from: 14, below: 45 },
    longest: 280,
    fields: {},
  },
];

export const plans: readonly Plan[] = [...justice, ...help, ...finance, ...abuse, ...health];

/** Told by rules of their own. */
const others = [
  ...['offence', 'asb-incident', 'asb-intervention', 'exclusion', 'term-attendance', 'school-placement'],
  ...['education-or-training', 'benefit', 'employment', 'work-programme', 'professional-nomination'],
  ...['identified-problem', 'assessment', 'plan', 'lead-professional', 'consent'],
];

/** Every record type of the vocabulary `family@1`. */
export const recordTypes: readonly string[] = [...others, ...plans.map(({ type }) => type)];

/** Types whose records never name a member. */
export const familyTypes: ReadonlySet<string> = new Set([
  ...plans.filter(({ about }) => about === 'family').map(({ type }) => type),
  'plan',
  'lead-professional',
]);
