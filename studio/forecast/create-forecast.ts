import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { fetchFamilies } from '../impact/fetch-families.ts';
import { useSession } from '../session/session.ts';
import type { Batch, ForecastQuestion, FromForecaster, ToForecaster } from './forecasting.ts';
import { type Found, Gathered } from './gathered.ts';

/** Families handed to a worker together: it says how far it is after each such batch. */
const together = 10;
/** Workers at most: each has the rules compiled, and leaves a processor to the page where there is one. */
const mostWorkers = 4;

/** A cohort and what is asked of it. */
export interface ForecastOver {
  readonly cohort: string;
  readonly question: ForecastQuestion;
  /** Whether the ledger's claims count beside those in the families' own records. */
  readonly ledgerClaims: boolean;
}

export type ForecastState =
  | {
      readonly kind: 'going';
      readonly done: number;
      /** Milliseconds since it was begun. */
      readonly spent: number;
    }
  | { readonly kind: 'found'; readonly found: Found }
  /** After so many families. */
  | { readonly kind: 'cancelled'; readonly done: number }
  /** The families did not all come, or a worker broke. */
  | { readonly kind: 'not-all-came' }
  | { readonly kind: 'broken' };

interface Hearing {
  readonly onSaid: (said: FromForecaster) => void;
  readonly onBroken: () => void;
}

/** Workers that share batches between them, each knowing the question. */
function startWorkers(question: ForecastQuestion, { onSaid, onBroken }: Hearing) {
  const many = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency - 1));
  const workers = Array.from({ length: many }, () => {
    const worker = new Worker(new URL('./forecasting-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromForecaster>) => {
      onSaid(data);
    });
    worker.addEventListener('error', onBroken);
    const asked: ToForecaster = { question };
    worker.postMessage(asked);
    return worker;
  });
  return {
    give: (batch: Batch) => {
      const given: ToForecaster = { batch };
      workers[batch.number % many]?.postMessage(given);
    },
    end: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}

/** Lines cut into batches, whatever pieces they come in. */
function batching(give: (batch: Batch) => void) {
  let waiting: string[] = [];
  let number = 0;
  let lines = 0;
  const hand = (least: number) => {
    while (waiting.length >= least && waiting.length > 0) {
      give({ number, lines: waiting.slice(0, together) });
      waiting = waiting.slice(together);
      number += 1;
    }
  };
  return {
    add: (come: readonly string[]) => {
      lines += come.length;
      waiting.push(...come);
      hand(together);
    },
    /** Hands over what is left; how many lines there were in all. */
    end: () => {
      hand(1);
      return lines;
    },
  };
}

/** What would be claimed for a cohort, worked out behind the page by workers, anew whenever something else is asked. */
export function createForecast(over: () => ForecastOver) {
  const { key } = useSession();
  const [state, setState] = createSignal<ForecastState>({ kind: 'going', done: 0, spent: 0 });
  const [tries, setTries] = createSignal(0);
  let stop: () => void = () => undefined;
  createEffect(
    on([over, tries], ([{ cohort, question, ledgerClaims }]) => {
      const control = new AbortController();
      const gathered = new Gathered(question);
      const begun = performance.now();
      let all: number | undefined;
      const finish = (last: ForecastState) => {
        control.abort();
        workers.end();
        setState(last);
      };
      const onSaid = (said: FromForecaster) => {
        gathered.add(said);
        const { done } = gathered;
        if (done === all) finish({ kind: 'found', found: gathered.found() });
        else setState({ kind: 'going', done, spent: performance.now() - begun });
      };
      const onBroken = () => {
        finish({ kind: 'broken' });
      };
      const workers = startWorkers(question, { onSaid, onBroken });
      const { add, end } = batching(workers.give);
      setState({ kind: 'going', done: 0, spent: 0 });
      void fetchFamilies({ cohort, key: key(), signal: control.signal, ledgerClaims, onLines: add }).then(
        () => {
          all = end();
          if (gathered.done === all) finish({ kind: 'found', found: gathered.found() });
        },
        () => {
          if (!control.signal.aborted) finish({ kind: 'not-all-came' });
        },
      );
      stop = () => {
        finish({ kind: 'cancelled', done: gathered.done });
      };
      onCleanup(() => {
        control.abort();
        workers.end();
      });
    }),
  );
  return {
    state,
    cancel: () => {
      stop();
    },
    again: () => setTries((before) => before + 1),
  };
}
