import { type Component, lazy } from 'solid-js';
import type { Draft } from '../api.ts';
import { editorParts } from '../editor/editor-parts.ts';
import { vocabularyParts } from '../vocabulary/vocabulary-parts.ts';

/** A part of a draft: a screen that stands inside one (`useDraft`), and returns a `DraftPart`. */
export interface PartRow {
  /** Below `/drafts/:draft`, as the router reads it; empty for the first. */
  readonly path: string;
  /** Its name in the side navigation; absent where another part leads to it. */
  readonly navigation?: string;
  /** Under which heading of the side navigation it stands. */
  readonly group: 'rules' | 'draft';
  /** Of which kinds of draft it is a part; of every kind where absent. */
  readonly kinds?: readonly Draft['kind'][];
  readonly component: Component;
}

/** Every part of a draft. One more is a file in a folder of its own, and a row here. */
export const parts: readonly PartRow[] = [
  {
    path: '',
    navigation: 'Overview',
    group: 'draft',
    component: lazy(async () => ({ default: (await import('./overview/overview-part.tsx')).OverviewPart })),
  },
  ...vocabularyParts,
  ...editorParts,
  {
    path: 'try',
    navigation: 'Try a family',
    group: 'draft',
    kinds: ['ruleset'],
    component: lazy(async () => ({
      default: (await import('../draft-trial/draft-try-part.tsx')).DraftTryPart,
    })),
  },
  {
    path: 'impact',
    navigation: 'Impact',
    group: 'draft',
    kinds: ['ruleset'],
    component: lazy(async () => ({ default: (await import('../impact/impact-part.tsx')).ImpactPart })),
  },
  {
    path: 'review',
    navigation: 'Review and release',
    group: 'draft',
    component: lazy(async () => ({ default: (await import('../review/review-part.tsx')).ReviewPart })),
  },
  {
    path: 'history',
    navigation: 'History',
    group: 'draft',
    component: lazy(async () => ({ default: (await import('../history/history-part.tsx')).HistoryPart })),
  },
  {
    path: 'history/:revision',
    group: 'draft',
    component: lazy(async () => ({ default: (await import('../history/revision-part.tsx')).RevisionPart })),
  },
];
