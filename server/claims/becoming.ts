/** What may become of a claim beside its audit and its submission, which have ways of their own. */
export const becoming = ['queried', 'answered', 'paid', 'clawed-back', 'withdrawn'] as const;
export type Becoming = (typeof becoming)[number];
