import { batch, createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { Verdict } from '../api.ts';
import type { Judgement } from '../engine.ts';
import { createNews } from './create-news.ts';

/** How one place of the rules was judged; inside a quantifier once for each member. */
export type TracedNode = NonNullable<NonNullable<Judgement['trace']>['nodes']>[number];

type Places = Record<string, readonly TracedNode[]>;

/** How a family was judged, place by place. */
export interface Traced {
  /** By the id of their place. */
  readonly places: Readonly<Places>;
  /** Of a criterion, route, outcome, part or payment, by its kind and id. */
  readonly verdicts: () => ReadonlyMap<string, Verdict>;
  /** The places that decided a verdict. */
  readonly deciding: () => ReadonlySet<string>;
}

function placesOf({ trace }: Judgement): Places {
  const places: Record<string, TracedNode[]> = {};
  for (const node of trace?.nodes ?? []) (places[node.node] ??= []).push(node);
  return places;
}

/** The verdicts of what has a name, by its kind and id. */
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

/** Does one thing once what was drawn before it is on the screen; of several only the last. */
function createAfterPaint() {
  let waiting: (() => void) | undefined;
  let frame: number | undefined;
  const { port1, port2 } = new MessageChannel();
  const run = () => {
    const work = waiting;
    waiting = undefined;
    work?.();
  };
  port1.onmessage = run;
  onCleanup(() => {
    waiting = undefined;
    if (frame !== undefined) cancelAnimationFrame(frame);
    port1.close();
  });
  return (work: () => void) => {
    const isAlone = waiting === undefined;
    waiting = work;
    // because a page that nobody sees has no frames
    if (document.hidden) run();
    else if (isAlone)
      frame = requestAnimationFrame(() => {
        port2.postMessage('painted');
      });
  };
}

/**
 * The trace as screens show it: after the verdicts, which whoever types waits for, are on the screen. Places that say the same
 * are left as they are.
 */
export function createTraced() {
  const [places, setPlaces] = createStore<Places>({});
  const [verdicts, setVerdicts] = createSignal<ReadonlyMap<string, Verdict>>(new Map());
  const [deciding, setDeciding] = createSignal<ReadonlySet<string>>(new Set());
  const newPlaces = createNews();
  const afterPaint = createAfterPaint();
  const show = (now: Places, named: ReadonlyMap<string, Verdict>, decided: ReadonlySet<string>) => {
    batch(() => {
      setVerdicts(named);
      setDeciding(decided);
      for (const id of newPlaces(now)) setPlaces(id, reconcile(now[id] ?? [], { key: null, merge: true }));
    });
  };
  const trace = (judgement: Judgement) => {
    // because what is shown of an answer changes when the next one comes, what is wanted of it is taken out at once
    const [named, decided] = [namedIn(judgement), decidingIn(judgement)];
    afterPaint(() => {
      show(placesOf(judgement), named, decided);
    });
  };
  return { traced: { places, verdicts, deciding } satisfies Traced, trace };
}
