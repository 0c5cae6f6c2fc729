import type { ReadLine, ReadVersion } from './read-version.ts';

/** The lines that a search found, and those that are shown so that they can be understood. */
export interface Found {
  /** Whether anything was looked for: if not, every line is found. */
  readonly looking: boolean;
  readonly hits: ReadonlySet<ReadLine>;
  readonly shown: ReadonlySet<ReadLine>;
}

const wordsIn = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** All that a line can be found by: what it says, its id, and where it comes from. */
function saidOf({ sentence, id, note, source }: ReadLine, { sources }: ReadVersion): string {
  const from = source && [source.ref, sources[source.ref]?.title, source.at, source.standing, source.note];
  return [sentence, id, note, ...(from ?? [])].join(' ').toLowerCase();
}

/**
 * Lines that have every word that is looked for. With each are shown those above it, which say of whom it speaks, and
 * those below it, which may finish its sentence.
 */
export function findLines(version: ReadVersion, wanted: string): Found {
  const words = wordsIn(wanted);
  const [hits, shown] = [new Set<ReadLine>(), new Set<ReadLine>()];
  const visit = (line: ReadLine, below: boolean): boolean => {
    const said = saidOf(line, version);
    const hit = words.every((word) => said.includes(word));
    if (hit) hits.add(line);
    const inner = line.children.map((child) => visit(child, below || hit)).includes(true);
    if (hit || below || inner) shown.add(line);
    return hit || inner;
  };
  for (const { lines } of version.reading.sections) for (const line of lines) visit(line, false);
  return { looking: words.length > 0, hits, shown };
}
