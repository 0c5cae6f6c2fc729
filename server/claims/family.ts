import * as z from 'zod';

/** What the ledger reads of a family's record, which is checked whole before it is decided. */
const claimed = z.looseObject({
  programme: z.string(),
  phase: z.number(),
  payment: z.string(),
  on: z.string(),
});
export const ledgerFamily = z.looseObject({
  id: z.string().min(1),
  localAuthority: z.string().min(1),
  formerIds: z.array(z.string()).nullish(),
  members: z.array(z.looseObject({ role: z.string().nullish(), personRef: z.string().nullish() })),
  claims: z.array(claimed).nullish(),
});
export type LedgerFamily = z.infer<typeof ledgerFamily>;

export type NameKind = 'family' | 'former' | 'person';

/** By what a claim of a family is met again: its id, its former ones and its children. */
export interface LedgerName {
  readonly kind: NameKind;
  readonly name: string;
}

/** The names of a family, each once. */
export function namesOf({ id, formerIds, members }: LedgerFamily): LedgerName[] {
  const children = members.flatMap(({ role, personRef }) =>
    role === 'child' && typeof personRef === 'string' ? [personRef] : [],
  );
  return [
    { kind: 'family', name: id },
    ...[...new Set(formerIds ?? [])].map((name) => ({ kind: 'former' as const, name })),
    ...[...new Set(children)].map((name) => ({ kind: 'person' as const, name })),
  ];
}
