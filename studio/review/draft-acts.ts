import { type Answer, type Client, type Draft, type Problem, unreachable } from '../api.ts';

type Acts = Client['drafts'][':id'];
export type Submitting = Parameters<Acts['submit']['$post']>[0]['json'];
export type Days = NonNullable<Parameters<Acts['release']['$post']>[0]['json']['days']>;

const failed = { ok: false, problem: unreachable } as const;

export async function submitDraft(
  client: Client,
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
  json: Submitting,
): Promise<Answer<Draft>> {
  try {
    const header = { 'if-match': `"${revision}"` };
    const response = await client.drafts[':id'].submit.$post({ param: { id }, header, json });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

export async function approveDraft(
  client: Client,
  id: string,
  json: Parameters<Acts['approve']['$post']>[0]['json'],
): Promise<Answer<Draft>> {
  try {
    const response = await client.drafts[':id'].approve.$post({ param: { id }, json });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

export async function sendBackDraft(client: Client, id: string, reason: string): Promise<Answer<Draft>> {
  try {
    const response = await client.drafts[':id']['send-back'].$post({ param: { id }, json: { reason } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

/** Publishes what was approved; a ruleset for days, anything else from now on. */
export async function releaseDraft(
  client: Client,
  id: string,
  days: Days | undefined,
): Promise<Answer<Draft>> {
  try {
    const json = days === undefined ? {} : { days };
    const response = await client.drafts[':id'].release.$post({ param: { id }, json });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

export async function discardDraft(client: Client, id: string): Promise<Answer<Draft>> {
  try {
    const response = await client.drafts[':id'].$delete({ param: { id } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return failed;
  }
}

/** What to do about a refusal, where its title does not say. */
const advice: Readonly<Record<string, string>> = {
  'own-work': 'you wrote a part of this draft or submitted it, so somebody else has to approve it',
  'approval-stale':
    'it was changed after you opened it. What is submitted now is shown: read it before you approve it',
  'draft-fails': 'something in it is wrong, or a case fails: both are listed on this page',
  'draft-not-submitted': 'it was edited or sent back in the meantime, and is not submitted any more',
  'draft-not-approved': 'it was edited or sent back in the meantime, and is not approved any more',
  'draft-already-submitted': 'it was submitted in the meantime',
  'draft-already-approved': 'somebody approved it in the meantime',
  'draft-closed': 'it was released or discarded in the meantime',
  'not-your-authority': 'it belongs to another authority than yours',
  'impact-awaited': 'what it changes is still being weighed: wait until that is done',
  'cohort-not-found': 'there is no such cohort any more: choose another',
  'cohort-not-whole': 'the cohort is not whole any more: choose another',
  'not-released': 'it is not in force on that day or later, so there is nothing to withdraw',
  'already-released': 'it is released from that day already: choose another day',
};

/** Why an act was refused, in words. */
export function refusalInWords({ type, title, detail, suggestion }: Problem): string {
  const name = type.split('/').at(-1) ?? '';
  if (name === 'version-not-higher')
    return `the number has to be above every one that is published${suggestion === undefined ? '' : `, such as \`${suggestion}\``}`;
  if (name === 'reason-missing') return detail ?? 'say why: this is needed for a day that is past';
  return advice[name] ?? detail ?? title;
}
