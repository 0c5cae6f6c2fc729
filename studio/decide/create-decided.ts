import { batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { Judgement } from '../engine.ts';
import { afterDrawing } from '../ui/after-drawing.ts';
import type { Asked, Found, Rules, Sought } from './asked.ts';
import { type Answered, createTeller } from './create-teller.ts';
import type { TracedAnew, TracedNode } from './news.ts';

/** What is to be decided. A question that is not whole is not asked. */
export interface Question {
  /** The rules, checked; undefined until they are there. */
  readonly rules: () => Rules | undefined;
  /** The family as JSON, whether or not it can be read. */
  readonly family: () => string | undefined;
  /** A day that exists, `YYYY-MM-DD`. */
  readonly asOf: () => string | undefined;
  readonly restateAttachment?: () => string | undefined;
  /** Where nobody looks at how each place was judged. */
  readonly isBare?: true;
}

const isSame = (one: Asked, other: Asked | undefined) =>
  one.rules === other?.rules &&
  one.family === other.family &&
  one.asOf === other.asOf &&
  one.restateAttachment === other.restateAttachment;

/** What was decided, as screens show it. */
export interface Shown {
  judgement?: Judgement;
  family: string;
}

/** How it came about, line by line of the rules. */
export interface Traced {
  readonly judgement: Judgement | undefined;
  /** By the id of their place. */
  readonly places: Readonly<Record<string, readonly TracedNode[]>>;
}

/**
 * The trace as screens show it: once the verdicts have been drawn, because it is by far the most of what changes. Which places
 * say something else was found before, because the store walks through everything that it is given.
 */
function createTraced() {
  const [judgement, setJudgement] = createSignal<Judgement>();
  const [places, setPlaces] = createStore<Record<string, readonly TracedNode[]>>({});
  /** The places as they were heard, in JSON: the store writes into what it is given. */
  const heard = new Map<string, string>();
  const waiting = new Map<string, readonly TracedNode[]>();
  let last: Judgement | undefined;
  const later = afterDrawing(() => {
    batch(() => {
      for (const [id, nodes] of waiting) setPlaces(id, reconcile(nodes, { key: null, merge: true }));
      setJudgement(last);
    });
    waiting.clear();
  });
  /** What a trace is of. It is shown when that comes. */
  const decided = (answer: Judgement) => {
    last = answer;
  };
  const trace = ({ places: anew }: TracedAnew) => {
    for (const [id, nodes] of anew) {
      heard.set(id, JSON.stringify(nodes));
      waiting.set(id, nodes);
    }
    later();
  };
  const traced: Traced = {
    get judgement() {
      return judgement();
    },
    places,
  };
  return { traced, decided, trace, heard };
}

/** What is shown changes only where something else is said: a page is not drawn anew at every keystroke. */
function createShown() {
  const [shown, setShown] = createStore<Shown>({ family: '' });
  const { decided, ...tracing } = createTraced();
  const show = (answered: Answered) => {
    if (answered.kind !== 'decided') return;
    const { judgement, family, words } = answered;
    setShown('family', family.id);
    if (shown.judgement === undefined) setShown('judgement', { ...judgement });
    else
      for (const name of words)
        setShown('judgement', name, reconcile(judgement[name], { key: 'id', merge: true }));
    decided(judgement);
  };
  return { shown, show, ...tracing };
}

/** From the change to what it leads to, for whoever measures the page. */
function measure() {
  performance.mark('answered');
  if (performance.getEntriesByName('asked').length === 0) return;
  performance.clearMeasures('decided');
  performance.measure('decided', 'asked', 'answered');
}

/**
 * A family decided in this page, behind it, again on every change of the question. Nothing of it is sent anywhere. The answer
 * stays until the next one comes; `current` says whether it is to the question that now stands.
 */
export function createDecided(question: Question) {
  const [answer, setAnswer] = createSignal<Answered>();
  const { shown, show, traced, trace, heard } = createShown();
  const [broken, setBroken] = createSignal(false);
  const teller = createTeller({
    answer: (answered) => {
      batch(() => {
        setBroken(false);
        setAnswer(answered);
        show(answered);
      });
      measure();
    },
    traced: trace,
    broken: () => setBroken(true),
  });
  const asked = createMemo((): Asked | undefined => {
    const [rules, family, asOf] = [question.rules(), question.family(), question.asOf()];
    if (rules === undefined || family === undefined || asOf === undefined) return undefined;
    const restateAttachment = question.restateAttachment?.();
    return { rules: rules.key, family, asOf, restateAttachment, traced: question.isBare !== true };
  });
  createEffect(
    on([asked, question.rules], ([now, rules]) => {
      if (now === undefined || rules === undefined) return;
      performance.clearMarks();
      performance.mark('asked');
      teller.learn(rules);
      teller.ask(now);
    }),
  );
  /** Looks for a made family from where it says: nothing where something else was asked for meanwhile. */
  const seek = (sought: Sought): Promise<Found | undefined> => {
    const rules = question.rules();
    if (rules?.key !== sought.rules) return Promise.resolve(undefined);
    teller.learn(rules);
    return teller.seek(sought);
  };
  const current = () => {
    const now = asked();
    return now !== undefined && isSame(now, answer()?.asked);
  };
  return { answer, shown, traced, heard, asked, current, broken, seek };
}

export type Decided = ReturnType<typeof createDecided>;
