import { batch, createComputed, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { Client, Draft, DraftFinding } from '../api.ts';
import type { CaseVerdicts, CheckedDraft, CheckedRuleset, FromChecker, Reading } from './checking.ts';
import { createWorker } from './create-worker.ts';
import type { Texts } from './texts.ts';
import { readGround } from './read-ground.ts';

interface ChecksPlan {
  readonly client: Client;
  readonly draft: () => Draft;
  readonly texts: () => Texts;
  /** Which vocabulary the document names; empty for none. */
  readonly vocabulary: () => string;
}

function checkedDraft(checked: CheckedRuleset, reading: Reading): CheckedDraft {
  let compiled: ReturnType<CheckedDraft['compiled']> | undefined;
  const compile = async () => (await import('../engine.ts')).compileChecked(checked);
  return { checked, ruleset: checked.ruleset, reading, compiled: () => (compiled ??= compile()) };
}

/** Cases as they went, those that were not run again yet as they went before. */
function merged(before: readonly CaseVerdicts[], { ids, cases }: Extract<FromChecker, { ids: unknown }>) {
  const all = new Map([...before, ...cases].map((one) => [one.id, one]));
  return ids.flatMap((id) => all.get(id) ?? []);
}

/** How long it took from what was typed, for whoever measures: the last only. */
function measured(name: string, start: number) {
  performance.clearMeasures(name);
  performance.measure(name, { start, end: performance.now() });
}

/**
 * What is wrong with what is on the screen, found beside the page at every change. Until the page has what it needs for
 * that, and where the browser lets it start no worker, what the server found in what is saved.
 */
export function createChecks({ client, draft, texts, vocabulary }: ChecksPlan) {
  const [findings, setFindings] = createSignal<readonly DraftFinding[]>(draft().findings);
  const [checked, setChecked] = createSignal<CheckedDraft>();
  const [cases, setCases] = createSignal<readonly CaseVerdicts[]>([]);
  const [answered, setAnswered] = createSignal(0);
  const [grounded, setGrounded] = createSignal<string>();
  const [base, setBase] = createSignal<unknown>();
  /** How often what is on the screen was to be checked. */
  const asked = createMemo<number>((before) => {
    texts();
    return before + (grounded() === undefined ? 0 : 1);
  }, 0);
  let typedAt = 0;
  let run: CaseVerdicts[] = [];
  const told = (message: FromChecker) => {
    if (message.asked !== asked()) return;
    if ('findings' in message) {
      run = [];
      setFindings(message.findings);
      measured('draft-checked', typedAt);
      return;
    }
    if ('reading' in message) {
      setChecked(checkedDraft(message.checked, message.reading));
      measured('draft-read', typedAt);
      return;
    }
    run = [...run, ...message.cases];
    batch(() => {
      // Of cases that were never run, half would say too little.
      if (message.last) setCases(run);
      else if (cases().length > 0) setCases(merged(cases(), message));
      if (message.last) setAnswered(message.asked);
    });
    if (message.last) measured('draft-cases', typedAt);
  };
  const { tell, broken } = createWorker(told);
  const wanted = createMemo(vocabulary);
  const stand = async (name: string) => {
    const ground = await readGround(client, name, draft());
    if (ground === undefined || name !== wanted()) return;
    setBase(() => ground.base);
    tell({ ground });
    setGrounded(name);
  };
  createEffect(on(wanted, (name) => void stand(name)));
  // Before anything is drawn anew, so that it is looked at beside the page meanwhile.
  createComputed(
    on(asked, (number) => {
      if (number === 0) return;
      typedAt = performance.now();
      const { document, cases: written } = texts();
      tell({ check: { asked: number, kind: draft().kind, document, cases: written } });
    }),
  );
  const here = () => grounded() !== undefined && !broken();
  return {
    ...{ checked, cases, base },
    findings: () => (here() ? findings() : draft().findings),
    checking: () => here() && asked() !== answered(),
  };
}
