import { createMemo } from 'solid-js';
import type { Verdict } from '../api.ts';
import type { Traced, TracedNode } from '../decide/create-traced.ts';
import { saidBy } from '../reading/anchors.ts';
import type { ReadLine, DecidingRules } from '../reading/read-version.ts';

/** The sections of a reading that are judged; the others say what the judged ones use. */
const judged = new Set(['identify', 'routes', 'outcomes', 'payments']);

/** What is painted on the lines of a version: the verdict of each and how it came about. */
export function createPainted(version: () => DecidingRules, { places, verdicts, deciding }: Traced) {
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
    verdictOf: (line: ReadLine): Verdict | undefined => verdicts().get(`${line.kind}:${line.id}`),
    /** How each place of a line was judged, in the order of the document. */
    nodesOf: (line: ReadLine): readonly TracedNode[] => idsOf(line).flatMap((id) => places[id] ?? []),
    /** Whether a line, or one below it, decided a verdict. */
    hasDecided: (line: ReadLine): boolean => decided().has(line),
  };
}

export type Painted = ReturnType<typeof createPainted>;
