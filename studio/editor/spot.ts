import type { Change, DraftEditing, DraftFile, Path } from '../draft/editing.ts';
import { pointerOf } from '../engine.ts';
import { valueAt } from './value.ts';

export type Finding = ReturnType<DraftEditing['findings']>[number];

/** One place of a draft: what stands there, what is wrong with it, and how it is changed. */
export interface Spot {
  readonly editing: DraftEditing;
  readonly file: DraftFile;
  readonly path: Path;
  readonly pointer: string;
  readonly value: () => unknown;
  /** What is found wrong at exactly this place. */
  readonly findings: () => readonly Finding[];
  /** Puts a value there, or takes away what is there where it is undefined; `what` it is, in words. */
  readonly put: (value: unknown, what: string) => void;
  readonly at: (...path: Path) => Spot;
}

export function spotOf(editing: DraftEditing, file: DraftFile, path: Path): Spot {
  const pointer = pointerOf(path);
  const value = () => valueAt(editing.value(file), path);
  return {
    ...{ editing, file, path, pointer, value },
    findings: () => editing.findings().filter((one) => one.file === file && one.pointer === pointer),
    put: (next, what) => {
      const there = value();
      if (next === undefined && there === undefined) return;
      const change: Change = next === undefined ? { remove: path } : { set: path, value: next };
      editing.change({ what, file, changes: [change] });
    },
    at: (...more) => spotOf(editing, file, [...path, ...more]),
  };
}

/** Several changes as one step of undo. */
export function changeAll({ editing, file }: Spot, what: string, changes: readonly Change[]): void {
  editing.change({ what, file, changes });
}

/** The id of the control of a place, which a finding leads to. */
export const controlAt = (file: DraftFile, pointer: string): string =>
  `at:${file === 'cases' ? 'cases:' : ''}${pointer}`;

export const controlOf = ({ file, pointer }: Spot): string => controlAt(file, pointer);

/** A finding as one sentence. */
export function saidOf({ message, suggestion }: Finding): string {
  return suggestion === undefined ? message : `${message}: did you mean \`${suggestion}\`?`;
}

/** What keeps this place from being right, where something does. */
export function errorOf(spot: Spot): string | undefined {
  const found = spot.findings().find(({ severity }) => severity === 'error');
  return found && saidOf(found);
}

/** What is said of a place and everything in it, but for what is said of the places that have a line of their own. */
export function findingsWithin(spot: Spot, but: readonly string[] = []): readonly Finding[] {
  const inside = (pointer: string, around: string) => pointer === around || pointer.startsWith(`${around}/`);
  return spot.editing
    .findings()
    .filter(({ file, pointer }) => file === spot.file && inside(pointer, spot.pointer))
    .filter(({ pointer }) => !but.some((around) => inside(pointer, around)));
}
