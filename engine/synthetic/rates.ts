/** Every rate a profile may set: what it is the share of, and its value where the profile says nothing. */
export const rates = {
  'all-three': { label: 'families with crime, education and work problems', value: 0.09 },
  'two-of-three': { label: 'of those without all three: families with two of them', value: 0.25 },
  'one-of-three': { label: 'of those with fewer than two: families with one', value: 0.6 },
  attached: { label: 'families attached to the programme', value: 0.85 },
  'phase-2': { label: 'of those attached: in the expanded programme', value: 0.35 },
  improves: { label: 'families whose problems mostly end after they join', value: 0.5 },
  'adult-justice': { label: 'families with an adult in the justice system', value: 0.12 },
  help: { label: 'families with a child who needs help', value: 0.25 },
  finance: { label: 'families in financial difficulty', value: 0.25 },
  abuse: { label: 'families affected by domestic abuse', value: 0.2 },
  health: { label: 'families with a health problem', value: 0.3 },
  'found-later': { label: 'for each problem: families in which it is found after they joined', value: 0.04 },
  'two-adults': { label: 'families with a second adult', value: 0.5 },
  'non-resident-parent': {
    label: 'of those with a second adult: families whose second adult lives elsewhere',
    value: 0.25,
  },
  childless: { label: 'families with no child, where no problem needs one', value: 0.01 },
  'other-authority': { label: 'families of another authority', value: 0.08 },
  moved: { label: 'families that came from another authority', value: 0.05 },
  'family-left': { label: 'families all of whose members have left', value: 0.01 },
  'member-moves': { label: 'members who joined or left the family', value: 0.04 },
  'earlier-claim': { label: 'attached families with an earlier claim', value: 0.3 },
  override: { label: 'attached families with a recorded judgement', value: 0.03 },
  patchy: { label: 'families of which some records are missing', value: 0.2 },
  poor: { label: 'families of which many records are missing', value: 0.03 },
  'missing-term': { label: 'missing rows of school attendance', value: 0.01 },
  'no-birth-date': { label: 'members whose date of birth is not known', value: 0.01 },
  unsaid: { label: 'optional fields that are not filled in', value: 0.03 },
  boundary: { label: 'families whose days and counts lie on the edge of a rule', value: 0.05 },
  background: { label: 'records of a kind that families have for no present problem', value: 0.05 },
} as const satisfies Readonly<Record<string, { label: string; value: number }>>;

export type RateName = keyof typeof rates;

export function isRateName(name: string): name is RateName {
  return Object.hasOwn(rates, name);
}

export const rateNames: readonly RateName[] = Object.keys(rates).filter(isRateName);

export type Rates = Readonly<Record<RateName, number>>;
