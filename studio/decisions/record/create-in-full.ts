import { createMemo } from 'solid-js';
import type { Answer, KeptDecision } from '../../api.ts';
import { createDecided } from '../../decide/create-decided.ts';
import type { FamilyDocument } from '../../family/family-document.ts';
import type { ReadVersion } from '../../reading/read-version.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';

/** The family that a decision was made of, for whoever may read kept families whole; null where it is not there. */
function createFamilyOf(kept: () => KeptDecision | undefined) {
  const { client, account } = useSession();
  const question = () => {
    const one = kept();
    const id = one?.family.id;
    if (one?.family.held !== 'family' || id === null || id === undefined) return undefined;
    return account()?.permissions.includes('families:read') ? { id, record: one.record } : undefined;
  };
  const asked = createAnswer(
    'family of a decision',
    question,
    async ({ id, record }): Promise<Answer<FamilyDocument | null>> => {
      const response = await client.families[':id'].export.$get({ param: { id } });
      if (response.status !== 200) return { ok: false, problem: await response.json() };
      const { kept: records } = await response.json();
      const found = records.find(({ decision }) => decision.record === record);
      return { ok: true, value: found?.family ?? null };
    },
  );
  return { ...asked, isAsked: () => question() !== undefined };
}

/** A kept decision made again in this page with its reasons, of the family that it was made of. */
export function createInFull(kept: () => KeptDecision | undefined, version: () => ReadVersion | undefined) {
  const family = createFamilyOf(kept);
  const text = createMemo(() => {
    const document = family.value();
    return document === undefined || document === null ? undefined : JSON.stringify(document);
  });
  const rules = createMemo(() => {
    const read = version();
    return read && { key: read.key, checked: read.checked };
  });
  const decided = createDecided({
    rules,
    family: text,
    asOf: () => kept()?.asOf,
    restateAttachment: () => kept()?.restateAttachment ?? undefined,
  });
  return { family, decided };
}
export type InFull = ReturnType<typeof createInFull>;
