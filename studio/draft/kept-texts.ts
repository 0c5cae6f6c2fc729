import type { Texts } from './texts.ts';

/** Texts that the server may not have yet: whose they are, and over which revision they were written. */
export interface KeptTexts extends Texts {
  readonly by: string;
  readonly over: number;
  /** What was sent and not answered. */
  readonly sent: readonly Texts[];
}

const placeOf = (draft: string) => `threshold-draft:${draft}`;

function textsIn(value: unknown): Texts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { document, cases } = value as Readonly<Record<string, unknown>>;
  return typeof document === 'string'
    ? { document, cases: typeof cases === 'string' ? cases : null }
    : undefined;
}

function keptIn(value: unknown): KeptTexts | undefined {
  const texts = textsIn(value);
  if (texts === undefined) return undefined;
  const { by, over, sent } = value as Readonly<Record<string, unknown>>;
  if (typeof by !== 'string' || typeof over !== 'number') return undefined;
  return { by, over, ...texts, sent: Array.isArray(sent) ? sent.flatMap((one) => textsIn(one) ?? []) : [] };
}

/** What is typed into a draft and not yet saved, kept in this tab: signing in anew and loading the page leave it there. */
export const keptTexts = {
  /** What the same person left of a draft. */
  of: (draft: string, by: string): KeptTexts | undefined => {
    const held = sessionStorage.getItem(placeOf(draft));
    if (held === null) return undefined;
    try {
      const texts = keptIn(JSON.parse(held));
      return texts?.by === by ? texts : undefined;
    } catch {
      return undefined;
    }
  },
  keep: (draft: string, texts: KeptTexts): void => {
    try {
      sessionStorage.setItem(placeOf(draft), JSON.stringify(texts));
    } catch {
      // The tab's storage is full: the server is the next to keep it.
    }
  },
  forget: (draft: string): void => {
    sessionStorage.removeItem(placeOf(draft));
  },
};
