import { type Accessor, createContext, type Owner, useContext } from 'solid-js';
import type { Draft, DraftFinding } from '../api.ts';
import type { CaseVerdicts, CheckedDraft } from './checking.ts';
import type { DraftFile, Texts } from './texts.ts';

export type { DraftFile, Texts } from './texts.ts';

/** Names and places from the top of a file to one value. */
export type Path = readonly (string | number)[];

export type Change =
  /** Replaces or adds a member. */
  | { readonly set: Path; readonly value: unknown }
  /** The path ends in the place that the value takes in a list. */
  | { readonly insert: Path; readonly value: unknown }
  | { readonly remove: Path }
  /** Within its list, or among the names that it stands with. */
  | { readonly move: Path; readonly to: number }
  /** Keeps a value under another name, in the same place. */
  | { readonly rename: Path; readonly to: string };

/** One step of undo, in words ("Change the threshold"); of the document where no file is named. */
export interface Step {
  readonly what: string;
  readonly file?: DraftFile;
  readonly changes: readonly Change[];
}

/** What somebody else saved in between. */
export interface Theirs extends Texts {
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

/** Whether the server has what is on the screen. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'not-saved'; readonly why: string }
  /** Another saved over the same revision `over`: under the number `kept` the server has what was sent. */
  | {
      readonly state: 'conflict';
      readonly over: number;
      readonly theirs: Theirs;
      readonly kept: number | undefined;
    };

/** One draft that is open, for every form that edits it. */
export interface DraftEditing {
  /** What it owns lives as long as the draft is open. */
  readonly owner: Owner | null;
  /** As the server last said it. */
  readonly draft: Accessor<Draft>;
  readonly mayEdit: Accessor<boolean>;
  /** The text is the truth, and values derive from it. */
  readonly text: (file: DraftFile) => string;
  /** Of the last text that could be read. */
  readonly value: (file: DraftFile) => unknown;
  readonly readable: (file: DraftFile) => boolean;
  /** Does nothing while the file cannot be read as JSON, or may not be edited. */
  readonly change: (step: Step) => void;
  /** The whole text of a file. */
  readonly write: (file: DraftFile, text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What would be undone, in words. */
  readonly undoable: Accessor<string | undefined>;
  readonly redoable: Accessor<string | undefined>;
  readonly saved: Accessor<Saved>;
  /** Everything that is wrong with what is on the screen. */
  readonly findings: Accessor<readonly DraftFinding[]>;
  /** The last document that checks, and its reading. */
  readonly checked: Accessor<CheckedDraft | undefined>;
  /** How each case went, of the last document and cases that check. */
  readonly cases: Accessor<readonly CaseVerdicts[]>;
  /** Whether what is on the screen is still being checked. */
  readonly checking: Accessor<boolean>;
  /** The version that it was made from, as the server gives it; undefined while there is none that is known. */
  readonly base: Accessor<unknown>;
  /** What somebody else saved while this was open, before anything is typed over it. */
  readonly newer: Accessor<Draft | undefined>;
  /** Takes a submitted or approved draft back, to be edited: the first change voids what was approved. */
  readonly takeBack: () => void;
  /** Whether it is to be taken back. */
  readonly takenBack: Accessor<boolean>;
  /** Ends a conflict, with one of the two texts. */
  readonly keep: (whose: 'mine' | 'theirs') => Promise<void>;
  /** Saves at once, and resolves when that is done. */
  readonly save: () => Promise<void>;
  /** Takes the draft as an act of the server left it. */
  readonly take: (draft: Draft) => void;
  /** Asks the server for the draft again. */
  readonly refresh: () => Promise<void>;
}

/** In which every part of a draft stands. */
export const DraftContext = createContext<DraftEditing>();

export function useDraft(): DraftEditing {
  const editing = useContext(DraftContext);
  if (editing === undefined) throw new Error('invariant: every part of a draft stands in one');
  return editing;
}
