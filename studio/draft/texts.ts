export type DraftFile = 'document' | 'cases';

/** The texts of a draft; what is no ruleset has no cases. */
export interface Texts {
  readonly document: string;
  readonly cases: string | null;
}

export const same = (one: Texts, other: Texts) =>
  one.document === other.document && one.cases === other.cases;
