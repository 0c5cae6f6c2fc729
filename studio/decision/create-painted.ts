import { createMemo } from 'solid-js';
import type { Verdict } from '../api.ts';
import type { Traced } from '../decide/create-decided.ts';
import type { TracedNode } from '../decide/news.ts';
import type { Judgement } from '../engine.ts';
import { saidBy } from '../reading/anchors.ts';
import type { ReadLine, DecidingRules } from '../reading/read-version.ts';

/** The sections of a reading that are judged; the others say what the judged ones use. */
const judged = new Set(['identify', 'routes', 'outcomes', 'payments']);

function namedIn({ criteria, eligibility, outcomes, payments }: Judgement): ReadonlyMap<string, Verdict> {
  const parts = outcomes.flatMap(({ id, parts: of }) =>
    of.map((part) => [`part:${id}.${part.id}`, part.verdict] as const),
  );
  return new Map<string, Verdict>([
    ...criteria.map(({ id, verdict }) => [`criterion:${id}`, verdict] as const),
    ...eligibility.routes.map(({ id, verdict }) => [`route:${id}`, verdict] as const),
    ...outcomes.map(({ id, verdict }) => [`outcome:${id}`, verdict] as const),
    ...parts,
    ...payments.map(({ id, verdict }) => [`payment:${id}`, verdict] as const),
  ]);
}

/** Places that a reason names: what decided the verdicts that were given. */
function decidingIn({ criteria, eligibility, outcomes, payments }: Judgement): ReadonlySet<string> {
  const all = [...criteria, ...eligibility.routes, ...outcomes, ...outcomes.flatMap(({ parts }) => parts)];
  const reasons = [...all, ...payments].flatMap((one) => one.reasons);
  return new Set(reasons.map(({ node }) => node));
}

/** What is painted on the lines of a version: the verdict of each and how it came about. */
export function createPainted(version: () => DecidingRules, traced: Traced) {
  const named = createMemo(() => (traced.judgement ? namedIn(traced.judgement) : new Map<string, Verdict>()));
  const deciding = createMemo(() => (traced.judgement ? decidingIn(traced.judgement) : new Set<string>()));
  const sections = createMemo(() => version().reading.sections.filter(({ id }) => judged.has(id)));
  /** The places that a line speaks of: its own, and those that it says in the name of others. */
  const idsOf = (line: ReadLine): readonly string[] => [line, ...saidBy(line)].map(({ id }) => id);
  const decided = createMemo(() => {
    const lines = new Set<ReadLine>();
    const visit = (line: ReadLine): boolean => {
      const below = line.children.map(visit).includes(true);
      const own = deciding().has(line.id) || below;
      if (own) lines.add(line);
      return own;
    };
    for (const { lines: all } of sections()) for (const line of all) visit(line);
    return lines;
  });
  return {
    sections,
    /** The verdict of a criterion, route, outcome, part or payment. */
    verdictOf: (line: ReadLine): Verdict | undefined => named().get(`${line.kind}:${line.id}`),
    /** How each place of a line was judged, in the order of the document. */
    nodesOf: (line: ReadLine): readonly TracedNode[] => idsOf(line).flatMap((id) => traced.places[id] ?? []),
    /** Whether a line, or one below it, decided a verdict. */
    hasDecided: (line: ReadLine): boolean => decided().has(line),
  };
}

export type Painted = ReturnType<typeof createPainted>;
