import { type Accessor, createContext, createMemo, useContext } from 'solid-js';
import type { Answer } from '../api.ts';
import type { Path } from '../draft/editing.ts';
import { useDraft } from '../draft/editing.ts';
import { idOf, listOf, valueAt } from '../editor/value.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import type { Consequence } from './families/consequence.ts';
import { consequences } from './families/consequences.ts';

/** What of this vocabulary is published; not known until the server has said so. */
export type Published =
  | { readonly state: 'not-known' }
  | { readonly state: 'none' }
  | { readonly state: 'there'; readonly document: unknown };

/** A vocabulary that is edited, beside what is published of it. */
export interface Words {
  readonly published: Accessor<Published>;
  /** What its changes mean for families that are written already. */
  readonly consequences: Accessor<readonly Consequence[]>;
  /** Whether the name of a place cannot be changed, because families may say it. */
  readonly isFixed: (path: Path) => boolean;
  /** The same of an id in a list. */
  readonly isFixedId: (list: Path, id: string) => boolean;
}

const WordsContext = createContext<Words>();
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('invariant: every form of a vocabulary stands in its words');
  return words;
}

export function createWords(): Words {
  const { client } = useSession();
  const editing = useDraft();
  const told = createAnswer(
    'published-vocabulary',
    () => ({ id: editing.draft().name }),
    async (param): Promise<Answer<{ readonly document: unknown }>> => {
      const response = await client.vocabularies[':id'].$get({ param });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
  const published = createMemo((): Published => {
    const value = told.value();
    if (value !== undefined) return { state: 'there', document: value.document };
    return told.problem()?.status === 404 ? { state: 'none' } : { state: 'not-known' };
  });
  const whether = (said: (document: unknown) => boolean) => {
    const now = published();
    return now.state === 'there' ? said(now.document) : now.state === 'not-known';
  };
  const meant = createMemo(() => {
    const now = published();
    return now.state === 'there' ? consequences(now.document, editing.value('document')) : [];
  });
  return {
    published,
    consequences: meant,
    isFixed: (path) => whether((document) => valueAt(document, path) !== undefined),
    isFixedId: (list, id) =>
      whether((document) => listOf(valueAt(document, list)).some((one) => idOf(one) === id)),
  };
}
