import { type Accessor, createContext, createMemo, useContext } from 'solid-js';
import type { Answer } from '../api.ts';
import { type DraftEditing, useDraft } from '../draft/editing.ts';
import { checkVocabulary, type Vocabulary } from '../engine.ts';
import type { ReadLine } from '../reading/read-version.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { idsIn } from './ids.ts';
import { type Spot, spotOf } from './spot.ts';
import { memberOf, same, textOf, valueAt } from './value.ts';

/** The rules of a draft, for the forms that edit them. */
export interface Rules {
  readonly editing: DraftEditing;
  readonly document: Accessor<unknown>;
  /** The top of the document, and of the cases. */
  readonly top: Spot;
  readonly cases: Spot;
  /** What a family record may hold; nothing until the server has said so. */
  readonly vocabulary: Accessor<Vocabulary | undefined>;
  /** What stands at a place as an English sentence, where the last document that checks says the same there. */
  readonly line: (pointer: string) => ReadLine | undefined;
  /** Every id and name that is given, which no new thing may have. */
  readonly taken: Accessor<ReadonlySet<string>>;
}

const RulesContext = createContext<Rules>();

function createVocabulary(id: () => string | undefined): Accessor<Vocabulary | undefined> {
  const { client } = useSession();
  const told = createAnswer(
    'vocabulary',
    () => {
      const wanted = id();
      return wanted === undefined ? undefined : { id: wanted };
    },
    async (param): Promise<Answer<unknown>> => {
      const response = await client.vocabularies[':id'].$get({ param });
      if (response.status === 200) return { ok: true, value: (await response.json()).document };
      return { ok: false, problem: await response.json() };
    },
  );
  const vocabulary = createMemo(() => {
    const document = told.value();
    const checked = document === undefined ? undefined : checkVocabulary(document);
    return checked?.ok ? checked.value : undefined;
  });
  return vocabulary;
}

function withAllBelow(line: ReadLine): ReadLine[] {
  return [line, ...line.children.flatMap(withAllBelow)];
}

const stepsOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

export function createRules(): Rules {
  const editing = useDraft();
  const document = () => editing.value('document');
  const named = createMemo(() => textOf(memberOf(document(), 'vocabulary')));
  const vocabulary = createVocabulary(() => {
    const ours = editing.checked()?.checked.vocabulary;
    return ours !== undefined && `${ours.id}@${ours.version}` === named() ? undefined : named() || undefined;
  });
  const lines = createMemo(() => {
    const sections = editing.checked()?.reading.sections ?? [];
    const all = sections.flatMap((section) => section.lines.flatMap(withAllBelow));
    return new Map(all.map((line) => [line.pointer, line]));
  });
  const taken = createMemo(() => idsIn(document()));
  return {
    ...{ editing, document, taken },
    top: spotOf(editing, 'document', []),
    cases: spotOf(editing, 'cases', []),
    vocabulary: () => {
      const ours = editing.checked()?.checked.vocabulary;
      return ours !== undefined && `${ours.id}@${ours.version}` === named() ? ours : vocabulary();
    },
    line: (pointer) => {
      const line = lines().get(pointer);
      const path = stepsOf(pointer);
      const now = valueAt(document(), path);
      return line !== undefined && same(valueAt(editing.checked()?.ruleset, path), now) ? line : undefined;
    },
  };
}

export const RulesProvider = RulesContext.Provider;

export function useRules(): Rules {
  const rules = useContext(RulesContext);
  if (rules === undefined) throw new Error('invariant: every form of a rule stands in the rules');
  return rules;
}
