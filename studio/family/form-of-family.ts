import type { Vocabulary } from '../engine.ts';
import type { Family } from './create-family.ts';
import { type Path, pointerTo } from './family-document.ts';

/** What a form does with a family, wherever it is kept. */
export type FamilyInForm = Pick<Family, 'document' | 'put' | 'drop' | 'settle'>;

/** What every field of the form needs to know. */
export interface FormOfFamily {
  readonly family: FamilyInForm;
  readonly vocabulary: Vocabulary;
  /** Ids of the terms that the calendar has. */
  readonly terms: readonly string[];
  /** Record types that the rules in question read. */
  readonly read: ReadonlySet<string>;
  /** What is wrong at a JSON Pointer. */
  readonly wrongAt: (pointer: string) => string | undefined;
}

/** The id of the control that fills in a place. */
export const controlAt = (path: Path | string) =>
  `family:${typeof path === 'string' ? path : pointerTo(path)}`;

/** The control nearest to a place, which may lie above it. */
export function nearestControl(pointer: string): HTMLElement | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const control = document.getElementById(controlAt(at));
    if (control !== null) return control;
    if (at === '') return undefined;
  }
}

/** Opens whatever hides a control, and puts the focus there. */
export function reach(control: HTMLElement): void {
  for (let one = control.closest('details'); one; one = one.parentElement?.closest('details') ?? null)
    one.open = true;
  control.focus();
}

/** Puts the focus at a place of the form: also where something there has just been taken away. */
export function focusAt(path: Path | string): void {
  const control = document.getElementById(controlAt(path));
  if (control !== null) reach(control);
}
