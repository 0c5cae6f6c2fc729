import type { Judgement } from '../engine.ts';
import type { FamilyRead, Said } from './asked.ts';

/** What traces hold, whole ones and those of the server. */
type Trace = NonNullable<Judgement['trace']>;
/** How one place of the rules was judged; inside a quantifier once for each member. */
export type TracedNode = NonNullable<Trace['nodes']>[number];
export type Words = Omit<Judgement, 'trace'>;

/** A decision as the page hears it first: what it comes to. */
export interface DecidedAnew {
  readonly kind: 'decided';
  readonly family: FamilyRead;
  readonly judgement: Words;
  /** The school terms that decided; undefined where no trace was asked. */
  readonly calendar: Trace['calendar'] | undefined;
  /** The parts of the judgement that say something else. */
  readonly words: readonly (keyof Words)[];
}

/** Then, of its trace, whatever says something else than the one before. */
export interface TracedAnew {
  readonly kind: 'traced';
  /** By the id of their place; nothing of a place that is not there any more. */
  readonly places: readonly (readonly [place: string, nodes: readonly TracedNode[]])[];
}

export type Heard = Exclude<Said, { readonly kind: 'decided' }> | DecidedAnew | TracedAnew;

/** How each place was judged, by its id. */
export function placesOf(
  trace: Pick<Trace, 'nodes'> | undefined,
): Readonly<Record<string, readonly TracedNode[]>> {
  const places: Record<string, TracedNode[]> = {};
  for (const node of trace?.nodes ?? []) (places[node.node] ??= []).push(node);
  return places;
}

/** Tells what is said anew, by its name, from what was said last time in the same words. */
function createNews() {
  let before = new Map<string, string>();
  return (said: object): readonly string[] => {
    const now = new Map(Object.entries(said).map(([name, value]) => [name, JSON.stringify(value)]));
    const news = new Set(
      [...before.keys(), ...now.keys()].filter((name) => before.get(name) !== now.get(name)),
    );
    before = now;
    return [...news];
  };
}

/**
 * Leaves out of each decision what the one before has said already. It stands behind the page, with what decides: most of a
 * trace is the same after a key, and neither has to go to the page nor be looked through there. The verdicts do not wait for
 * what of the trace is new.
 */
export function createNewsTeller(tell: (heard: Heard) => void): (said: Said) => void {
  const newWords = createNews();
  const newPlaces = createNews();
  return (said) => {
    if (said.kind !== 'decided') {
      tell(said);
      return;
    }
    const { trace, ...judgement } = said.judgement;
    const words = newWords(judgement) as (keyof Words)[];
    tell({ kind: 'decided', family: said.family, judgement, calendar: trace?.calendar, words });
    const places = placesOf(trace);
    const anew = newPlaces(places).map((place) => [place, places[place] ?? []] as const);
    tell({ kind: 'traced', places: anew });
  };
}
