import type { readRuleset } from '../engine.ts';

type Reading = ReturnType<typeof readRuleset>;
type Line = Reading['sections'][number]['lines'][number];

/** Where each line of a reading stands on its page. */
export interface Anchors {
  /** What follows the # of a line’s address: its id, or `parameter:id` where a line before it has the same. */
  readonly of: (line: Line) => string;
  /** The line at such a place, also by its kind and id. */
  readonly at: (anchor: string) => Line | undefined;
}

function withAllBelow(line: Line): Line[] {
  return [line, ...line.children.flatMap(withAllBelow)];
}

export function anchorsOf({ sections }: Reading): Anchors {
  const lines = sections.flatMap((section) => section.lines.flatMap(withAllBelow));
  const places = new Map<string, Line>();
  const anchors = new Map<Line, string>();
  for (const line of lines) {
    const full = `${line.kind}:${line.id}`;
    const anchor = places.has(line.id) ? full : line.id;
    anchors.set(line, anchor);
    places.set(anchor, line);
    places.set(full, line);
  }
  return { of: (line) => anchors.get(line) ?? line.id, at: (anchor) => places.get(anchor) };
}

/** What the line says in the name of those below it, which are not written out again. */
export function saidBy(line: Line): Line[] {
  return line.children.filter(({ saidAbove }) => saidAbove).flatMap(withAllBelow);
}
