export type DraftFile = 'document' | 'cases';

/** The texts of a draft; what is no ruleset has no cases. */
export interface Texts {
  readonly document: string;
  readonly cases: string | null;
}
