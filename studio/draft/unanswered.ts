import type { Draft, Problem } from '../api.ts';
import { same, type Texts } from './texts.ts';

/** How many saves without an answer are remembered: the last of them. */
const MOST = 3;

/** What was sent and not answered, here or before the page was loaded anew: it may have been saved all the same. */
export function unansweredFrom(before: readonly Texts[]) {
  let sent = before;
  return {
    sent: () => sent,
    sending: (texts: Texts) => {
      sent = [...sent, texts].slice(-MOST);
    },
    /** Whatever was sent was saved by now, or never will be. */
    answered: () => {
      sent = [];
    },
    /** What counts now, where a save was refused because of one that was sent from here. */
    ownIn: ({ status, current }: Problem): Pick<Draft, 'revision' | 'document' | 'cases'> | undefined => {
      if (status !== 412 || current === undefined) return undefined;
      const { revision, document, cases } = current;
      return sent.some((texts) => same(texts, current)) ? { revision, document, cases } : undefined;
    },
  };
}
