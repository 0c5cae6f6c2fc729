import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';

/** What each criterion and outcome refers to, and where it first does; a part's references are its outcome's. */
type References = ReadonlyMap<string, ReadonlyMap<string, string>>;

function referencesOf({ ruleset, places }: Rules): References {
  const judged = [...ruleset.criteria, ...ruleset.outcomes].map(({ id }) => id);
  const references = new Map(judged.map((id) => [id, new Map<string, string>()]));
  for (const { condition, pointer, owner } of places) {
    if (!('condition' in condition) || owner.kind === 'payment' || owner.kind === 'route') continue;
    const from = references.get(owner.kind === 'part' ? owner.id.slice(0, owner.id.indexOf('.')) : owner.id);
    const to = condition.condition;
    if (references.has(to) && from?.has(to) === false) from.set(to, `${pointer}/condition`);
  }
  return references;
}

/** Without what cannot be on a circle: again and again whatever refers to nothing that is left. */
function knotted(references: References): Set<string> {
  const left = new Set(references.keys());
  const referrers = new Map<string, string[]>([...left].map((id) => [id, []]));
  const waiting = new Map<string, number>();
  for (const [id, to] of references) {
    waiting.set(id, to.size);
    for (const other of to.keys()) referrers.get(other)?.push(id);
  }
  const free = [...left].filter((id) => waiting.get(id) === 0);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    left.delete(id);
    for (const referrer of referrers.get(id) ?? []) {
      const still = (waiting.get(referrer) ?? 0) - 1;
      waiting.set(referrer, still);
      if (still === 0) free.push(referrer);
    }
  }
  return left;
}

/** The shortest way from `start` back to itself among `within`, or undefined. */
function circle(start: string, references: References, within: ReadonlySet<string>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const next of references.get(id)?.keys() ?? []) {
      if (next === start) {
        const way = [id];
        for (let at = id; at !== start; at = way[0] ?? start) way.unshift(cameFrom.get(at) ?? start);
        return way;
      }
      if (!within.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

const mostNamed = 20;

function told(way: readonly string[]): string {
  const [only] = way;
  if (way.length === 1 && only !== undefined) return `${quote(only)} refers to itself`;
  const links = way.map((id, at) => `${quote(id)} refers to ${quote(way[(at + 1) % way.length] ?? id)}`);
  if (links.length <= mostNamed) return links.join(', ');
  return [...links.slice(0, mostNamed), `and so on through ${links.length - mostNamed} more`].join(', ');
}

/** Criteria and outcomes that refer to one another in a circle, which nothing could ever judge; each circle once. */
export function checkCycles(rules: Rules): Finding[] {
  const references = referencesOf(rules);
  const left = knotted(references);
  const seen = new Set<string>();
  return [...left].toSorted().flatMap((start) => {
    if (seen.has(start)) return [];
    const way = circle(start, references, left);
    if (way === undefined) return [];
    for (const id of way) seen.add(id);
    const pointer = references.get(start)?.get(way[1] ?? start) ?? '';
    return [finding('cycle', pointer, { message: told(way) })];
  });
}
