import { createEffect, createMemo, createRoot, createSignal, on, onCleanup, runWithOwner } from 'solid-js';
import { createDraftRules } from '../draft-trial/create-draft-rules.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { type FamilyDocument, isObject } from '../family/family-document.ts';
import { createReading } from '../reading/create-reading.ts';
import { useSession } from '../session/session.ts';
import { fetchFamilies } from './fetch-families.ts';
import type { FromWeigher, Impact, ToWeigher, Weighed } from './weighing.ts';

/** Families that are weighed in the page, at most; of more the server is asked. */
export const mostInPage = 20_000;

/** A cohort whose families are to be weighed. */
export interface Chosen {
  readonly id: string;
  readonly families: number;
}

/** A family that was asked for last. */
interface Waiting {
  readonly id: string;
  readonly resolve: (family: FamilyDocument | undefined) => void;
}

/** The worker, and what it said last. */
function createWeigher() {
  const [weighed, setWeighed] = createSignal<Weighed>();
  const [broken, setBroken] = createSignal(false);
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  const begin = () => {
    const made = new Worker(new URL('./weighing-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<FromWeigher>) => {
      if (data.kind === 'given') {
        if (data.id === waiting?.id) waiting.resolve(isObject(data.document) ? data.document : undefined);
        return;
      }
      performance.mark('weighed');
      if (performance.getEntriesByName('weigh').length > 0) performance.measure('impact', 'weigh', 'weighed');
      setWeighed(data);
    });
    made.addEventListener('error', () => {
      setBroken(true);
    });
    return made;
  };
  onCleanup(() => worker?.terminate());
  const tell = (message: ToWeigher) => {
    worker ??= begin();
    worker.postMessage(message);
  };
  /** The family of that id as it was sent; nothing where there is none, or another is asked for meanwhile. */
  const give = (family: string): Promise<FamilyDocument | undefined> => {
    waiting?.resolve(undefined);
    const given = new Promise<FamilyDocument | undefined>((resolve) => {
      waiting = { id: family, resolve };
    });
    tell({ kind: 'give', family });
    return given;
  };
  return { weighed, broken, tell, give };
}

/** The families of a chosen cohort, handed to the worker as they come: how many have, and whether all have. */
function createFamilies(chosen: () => Chosen | undefined, tell: (message: ToWeigher) => void) {
  const { key } = useSession();
  const [come, setCome] = createSignal(0);
  const [there, setThere] = createSignal<string>();
  const [failed, setFailed] = createSignal(false);
  const [tries, setTries] = createSignal(0);
  createEffect(
    on([() => chosen()?.id, tries], ([cohort]) => {
      setThere(undefined);
      setFailed(false);
      setCome(0);
      if (cohort === undefined) return;
      tell({ kind: 'begin' });
      const control = new AbortController();
      onCleanup(() => {
        control.abort();
      });
      const onLines = (lines: readonly string[]) => {
        if (control.signal.aborted) return;
        tell({ kind: 'families', lines });
        setCome((before) => before + lines.length);
      };
      void fetchFamilies({ cohort, key: key(), signal: control.signal, onLines }).then(
        () => setThere(cohort),
        () => setFailed(!control.signal.aborted),
      );
    }),
  );
  return { come, there, failed, again: () => setTries((before) => before + 1) };
}

/** What a draft changes over a cohort, weighed behind the page at every change of its rules. */
function createImpact(editing: DraftEditing) {
  const [cohort, setCohort] = createSignal<Chosen>();
  const [day, setDay] = createSignal<string>();
  const { weighed, broken, tell, give } = createWeigher();
  const inPage = createMemo(() => {
    const one = cohort();
    return one !== undefined && one.families <= mostInPage ? one : undefined;
  });
  const families = createFamilies(() => inPage(), tell);
  const after = createDraftRules(editing);
  const from = createMemo(() => {
    const { id, version } = editing.draft().basedOn ?? { id: '', version: null };
    return version === null ? undefined : { id, version };
  });
  const before = createReading(() => from());
  const [number, setNumber] = createSignal(0);
  createEffect(() => {
    const rules = before.value();
    if (rules !== undefined && inPage() !== undefined)
      tell({ kind: 'rules', side: 'before', rules: { key: rules.key, checked: rules.checked } });
  });
  createEffect(
    on([before.value, after, families.there, day], ([left, right, there, asOf]) => {
      if (left === undefined || right === undefined || there === undefined || asOf === undefined) return;
      const next = number() + 1;
      setNumber(next);
      performance.clearMarks();
      performance.mark('weigh');
      tell({ kind: 'rules', side: 'after', rules: { key: right.key, checked: right.checked } });
      tell({ kind: 'weigh', number: next, asOf });
    }),
  );
  /** What was weighed last, of this cohort; while it is weighed anew, what it was. */
  const impact = (): Impact | undefined =>
    families.there() === undefined || day() === undefined ? undefined : weighed()?.impact;
  return {
    ...{ cohort, setCohort, day, setDay, families, inPage, from, before, broken, impact, give },
    rulesets: () => [before.value()?.checked.ruleset, after()?.checked.ruleset].flatMap((one) => one ?? []),
    current: () => weighed()?.number === number(),
  };
}

export type DraftImpact = ReturnType<typeof createImpact>;

const impacts = new WeakMap<DraftEditing, DraftImpact>();

/** The impact of an open draft: it outlives the part that shows it, so that whoever goes on to edit finds it again. */
export function impactOf(editing: DraftEditing): DraftImpact {
  const held = impacts.get(editing);
  if (held !== undefined) return held;
  const made = createRoot((end) => {
    // because what weighs is a worker, which has to end with the draft
    runWithOwner(editing.owner, () => onCleanup(end));
    return createImpact(editing);
  }, editing.owner);
  impacts.set(editing, made);
  return made;
}
