import { batch, createSignal } from 'solid-js';
import { applyChange } from './apply-change.ts';
import { createSteps } from './create-steps.ts';
import { createValue } from './create-value.ts';
import type { DraftFile, Step, Texts } from './editing.ts';
import { changed, type TextChange } from './text-change.ts';

const placesOf = ({ changes }: Step) => JSON.stringify(changes.map((one): unknown => Object.values(one)[0]));

/** The texts of a draft as they are on the screen, and what was done to them. */
export function createTexts(first: Texts, now: () => number) {
  const [texts, setTexts] = createSignal<Texts>(first);
  const steps = createSteps(now);
  const text = (file: DraftFile) => texts()[file] ?? '';
  const values = { document: createValue(() => text('document')), cases: createValue(() => text('cases')) };

  const put = (file: DraftFile, after: string, named: { readonly what: string; readonly places: string }) => {
    const before = text(file);
    if (after === before) return;
    batch(() => {
      steps.add({ ...named, file, before, after });
      setTexts({ ...texts(), [file]: after });
    });
  };
  const change = (step: Step) => {
    const file = step.file ?? 'document';
    if (!values[file].readable()) return;
    const after = step.changes.reduce(applyChange, text(file));
    put(file, after, { what: step.what, places: placesOf(step) });
  };
  const apply = (one: { readonly file: DraftFile; readonly change: TextChange } | undefined) => {
    if (one !== undefined) setTexts({ ...texts(), [one.file]: changed(text(one.file), one.change) });
  };
  const undo = () => {
    batch(() => {
      apply(steps.back());
    });
  };
  const redo = () => {
    batch(() => {
      apply(steps.again());
    });
  };
  /** Other texts altogether: what was done to the ones before cannot be undone in them. */
  const replace = ({ document, cases }: Texts) => {
    batch(() => {
      steps.clear();
      setTexts({ document, cases });
    });
  };
  return {
    ...{ texts, text, change, undo, redo, replace },
    ...{ undoable: steps.undoable, redoable: steps.redoable },
    value: (file: DraftFile) => values[file].value(),
    readable: (file: DraftFile) => values[file].readable(),
    write: (file: DraftFile, after: string) => {
      put(file, after, { what: file === 'cases' ? 'Write the cases' : 'Write the rules', places: '' });
    },
  };
}
