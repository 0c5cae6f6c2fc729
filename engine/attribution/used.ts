/** What a piece of a document names. */
export interface Used {
  readonly facts: Set<string>;
  readonly parameters: Set<string>;
  /** Criteria and outcomes that its conditions refer to. */
  readonly conditions: Set<string>;
}

function namedIn(piece: unknown, used: Used): void {
  if (typeof piece !== 'object' || piece === null) return;
  if ('fact' in piece && typeof piece.fact === 'string') used.facts.add(piece.fact);
  if ('parameter' in piece && typeof piece.parameter === 'string') used.parameters.add(piece.parameter);
  if ('condition' in piece && typeof piece.condition === 'string') used.conditions.add(piece.condition);
  for (const inner of Object.values(piece)) namedIn(inner, used);
}

/** All that pieces of a document name, themselves or through facts. */
export function usedIn(pieces: readonly unknown[], factOf: (id: string) => readonly unknown[]): Used {
  const used: Used = { facts: new Set(), parameters: new Set(), conditions: new Set() };
  for (const piece of pieces) namedIn(piece, used);
  for (const id of used.facts) for (const fact of factOf(id)) namedIn(fact, used);
  return used;
}
