import type { Verdict, VerdictsOnly } from '../../engine/index.ts';

/** Every verdict of an answer by the id it is asked for by: `eligibility`, and a part as `outcome.part`. */
export function verdictsIn({
  criteria,
  eligibility,
  outcomes,
  payments,
}: VerdictsOnly): ReadonlyMap<string, Verdict> {
  const parts = outcomes.flatMap(({ id, parts: of }) =>
    of.map((part) => ({ id: `${id}.${part.id}`, verdict: part.verdict })),
  );
  const named = [...criteria, ...eligibility.routes, ...outcomes, ...parts, ...payments];
  return new Map([
    ['eligibility', eligibility.verdict],
    ...named.map(({ id, verdict }) => [id, verdict] as const),
  ]);
}
