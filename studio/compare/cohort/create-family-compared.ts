import { createMemo } from 'solid-js';
import type { Answer, Job } from '../../api.ts';
import { createDecided } from '../../decide/create-decided.ts';
import { changesBetween } from '../../engine.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';
import { changedInWords } from '../changed-in-words.ts';
import { type Asking, createCauses } from '../create-causes.ts';
import type { RulesCompared } from './create-rules-compared.ts';

/** A family of a cohort, as text. */
function createFamily(job: () => Job | undefined, family: () => string) {
  const { client } = useSession();
  const question = () => {
    const now = job();
    return now && { id: now.question.cohort.id, family: family() };
  };
  return createAnswer('cohort family', question, async (param): Promise<Answer<string>> => {
    const response = await client.cohorts[':id'].families[':family'].$get({ param });
    if (response.status !== 200) return { ok: false, problem: await response.json() };
    return { ok: true, value: JSON.stringify(await response.json(), null, 2) };
  });
}

interface Compared {
  readonly job: () => Job | undefined;
  readonly family: () => string;
  readonly rules: RulesCompared;
}

/** One family of a comparison, decided in the page under both versions: what changes, and because of which edits. */
export function createFamilyCompared({ job, family, rules }: Compared) {
  const text = createFamily(job, family);
  const question = () => job()?.question;
  const restated = () => question()?.restateAttachment ?? undefined;
  const rulesOf = (side: 'left' | 'right') => {
    const read = rules[side].value();
    return read && { key: read.key, checked: read.checked };
  };
  const left = createMemo(() => rulesOf('left'));
  const right = createMemo(() => rulesOf('right'));
  const about = { family: text.value, asOf: () => question()?.asOf };
  const was = createDecided({ ...about, rules: left });
  const now = createDecided({ ...about, rules: right, restateAttachment: restated });
  const both = createMemo(() => {
    const [before, after] = [was.answer(), now.answer()];
    if (before?.kind !== 'decided' || after?.kind !== 'decided' || !was.current() || !now.current())
      return undefined;
    return [before.judgement, after.judgement] as const;
  });
  const changed = createMemo(() => {
    const judgements = both();
    return judgements && changedInWords(changesBetween(...judgements), judgements);
  });
  const asking = createMemo((): Asking | undefined => {
    const [before, after, document, asOf] = [left(), right(), text.value(), question()?.asOf];
    if (restated() !== undefined || (changed()?.length ?? 0) === 0) return undefined;
    if (before === undefined || after === undefined || document === undefined || asOf === undefined)
      return undefined;
    return { left: before, right: after, family: document, asOf };
  });
  return {
    text,
    changed,
    /** Whether the attachment is restated for one of the two alone: then they are not told of one family. */
    restatedAlone: () => restated() !== undefined,
    broken: () => was.broken() || now.broken(),
    causes: createCauses(() => asking()),
  };
}
