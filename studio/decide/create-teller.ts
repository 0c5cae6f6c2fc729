import { onCleanup } from 'solid-js';
import type { Asked, Found, Rules, Sought, Told } from './asked.ts';
import type { Heard, TracedAnew } from './news.ts';

/** An answer, and what was asked. */
export type Answered = Exclude<Heard, Found | TracedAnew> & { readonly asked: Asked };

interface Hears {
  readonly answer: (answered: Answered) => void;
  /** Of what was answered last. */
  readonly traced: (anew: TracedAnew) => void;
  readonly broken: () => void;
}

/** What is looked for, until it is found or something else is looked for: then nothing comes of it. */
function createSeeker() {
  let waiting: Sought | undefined;
  let resolve: ((found: Found | undefined) => void) | undefined;
  const tell = (found?: Found) => {
    waiting = undefined;
    resolve?.(found);
    resolve = undefined;
  };
  return {
    tell,
    seek: (sought: Sought) => {
      tell();
      waiting = sought;
      return new Promise<Found | undefined>((done) => {
        resolve = done;
      });
    },
    next: () => {
      const sought = waiting;
      waiting = undefined;
      return sought;
    },
  };
}

/** The worker, told one thing at a time: a question that was overtaken while it was busy is never asked. */
export function createTeller(hears: Hears) {
  const worker = new Worker(new URL('./deciding-worker.ts', import.meta.url), { type: 'module' });
  let told: string | undefined;
  let busy = false;
  let asking: Asked | undefined;
  let waiting: Asked | undefined;
  const seeker = createSeeker();
  const tell = (message: Told) => {
    busy = true;
    worker.postMessage(message);
  };
  const next = () => {
    const asked = waiting;
    const sought = asked === undefined ? seeker.next() : undefined;
    busy = false;
    if (asked !== undefined) {
      waiting = undefined;
      asking = asked;
      tell({ kind: 'decide', asked });
    } else if (sought !== undefined) tell({ kind: 'seek', sought });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Heard>) => {
    if (data.kind === 'traced') {
      hears.traced(data);
      return;
    }
    const asked = asking;
    next();
    if (data.kind === 'found') seeker.tell(data);
    else if (asked !== undefined) hears.answer({ ...data, asked });
  });
  worker.addEventListener('error', () => {
    busy = false;
    seeker.tell();
    hears.broken();
  });
  onCleanup(() => {
    worker.terminate();
  });
  const learn = (rules: Rules) => {
    if (told === rules.key) return;
    told = rules.key;
    waiting = undefined;
    seeker.tell();
    worker.postMessage({ kind: 'rules', rules } satisfies Told);
  };
  const ask = (asked: Asked) => {
    waiting = asked;
    if (!busy) next();
  };
  const seek = (sought: Sought) => {
    const told = seeker.seek(sought);
    if (!busy) next();
    return told;
  };
  return { learn, ask, seek };
}
