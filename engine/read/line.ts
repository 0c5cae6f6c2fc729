import type { Source } from '../document/source.ts';
import { joined, opening, plain, textOf, type Words } from './words.ts';

/** What a line is about. A `criterion`, `route`, `outcome`, `part` and `payment` have conditions below them. */
export type LineKind =
  | 'criterion'
  | 'route'
  | 'outcome'
  | 'part'
  | 'payment'
  | 'pot'
  | 'grant'
  | 'share'
  | 'condition'
  | 'fact'
  | 'parameter'
  | 'ruleset'
  | 'source';

/** One thing of a ruleset in words. */
export interface Line {
  /** Of a condition, its place; of anything else, its own id, a part's as `outcome.part`. */
  readonly id: string;
  readonly kind: LineKind;
  /** RFC 6901 JSON Pointer into the document. */
  readonly pointer: string;
  /** A whole sentence; one that ends with a colon is finished by its children. */
  readonly sentence: string;
  /** The same sentence in pieces, so that each value can be a control. */
  readonly words: Words;
  readonly source: Source | undefined;
  readonly note: string | undefined;
  /** 0 at the top of a section. */
  readonly depth: number;
  /** Whether the line above says all that this one does. */
  readonly saidAbove: boolean;
  readonly children: readonly Line[];
}

/** A line before it is known how deep it stands. */
export interface Draft extends Pick<Line, 'id' | 'kind' | 'pointer'> {
  readonly words: Words;
  readonly source?: Source | undefined;
  readonly note?: string | undefined;
  readonly saidAbove?: boolean;
  readonly children?: readonly Draft[];
}

function ended(words: Words): Words {
  return /[:.?!]$/.test(textOf(words)) ? words : joined([words, plain('.')]);
}

/** Words as a sentence that stands alone. */
export function wholeSentence(words: Words): string {
  return textOf(ended(opening(words)));
}

export function lineOf(draft: Draft, depth = 0): Line {
  const words = ended(opening(draft.words));
  return {
    id: draft.id,
    kind: draft.kind,
    pointer: draft.pointer,
    sentence: textOf(words),
    words,
    source: draft.source,
    note: draft.note,
    depth,
    saidAbove: draft.saidAbove ?? false,
    children: (draft.children ?? []).map((child) => lineOf(child, depth + 1)),
  };
}
