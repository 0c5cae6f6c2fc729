import type { Account, Draft, DraftRevision } from '../api.ts';

/** Everybody who wrote on a draft or submitted it, each once. */
export function authorsOf(draft: Draft, revisions: readonly DraftRevision[]) {
  const all = [
    draft.createdBy,
    ...revisions.map(({ by }) => by),
    ...(draft.submission ? [draft.submission.by] : []),
  ];
  return [...new Map(all.map((one) => [one.actor, one])).values()];
}

/** Whether somebody did a part of the work, as far as can be said here: a key acts for whoever made it. */
export const isAuthor = ({ kind, id }: Account, authors: readonly { readonly actor: string }[]) =>
  authors.some(({ actor }) => actor === `${kind}:${id}`);

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Who may approve, in words. */
export function whoInWords(authors: readonly { readonly name: string }[]): string {
  const names = list.format(authors.map(({ name }) => name));
  return `Any approver of its authority or a national one, but not ${names}, who wrote on it.`;
}
