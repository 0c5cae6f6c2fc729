import type { Day } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import type { MeasureCode } from './measured.ts';

/** A window on a run: its days, or why there are none. */
export type Opened =
  | { readonly kind: 'open'; readonly span: Span; readonly terms?: readonly string[] }
  | {
      readonly kind: 'settled';
      readonly code: MeasureCode;
      readonly earliest?: Day | undefined;
      readonly span?: Span;
    }
  | { readonly kind: 'undetermined'; readonly code: MeasureCode; readonly lacking?: readonly string[] };
