import { Match, Show, Switch } from 'solid-js';
import { readingAddress } from '../addresses.ts';
import type { Account, DraftChecks, DraftRevision, Permission } from '../api.ts';
import { useDraft } from '../draft/editing.ts';
import { instantInWords } from '../instant-in-words.ts';
import { ApproveForms, SendBack } from './approve-form.tsx';
import type { Weighed } from './create-weighed.ts';
import { ReleaseForm } from './release-form.tsx';
import styles from './review.module.css';
import { SubmitForm } from './submit-form.tsx';
import { authorsOf, isAuthor, whoInWords } from './who-may-approve.ts';

interface ActsProps {
  readonly account: Account;
  readonly checks: DraftChecks;
  readonly revisions: readonly DraftRevision[];
  readonly weighed: Weighed;
}

/** What stands against submitting a draft, in words. */
function againstInWords({ findings, cases }: DraftChecks): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const failed = cases.filter(({ passed }) => !passed).length;
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? 'one error' : `${errors} errors`]),
    ...(failed === 0 ? [] : [failed === 1 ? 'one case that fails' : `${failed} cases that fail`]),
  ];
  return `It cannot be submitted yet: it has ${parts.join(' and ')}.`;
}

/** What whoever looks at a draft can do next, or who can. */
export function Acts(props: ActsProps) {
  const editing = useDraft();
  const { draft } = editing;
  const may = (permission: Permission) => props.account.permissions.includes(permission);
  const authors = () => authorsOf(draft(), props.revisions);
  const unsaved = () => editing.saved().state !== 'saved' || props.checks.revision !== draft().revision;
  return (
    <Switch>
      <Match when={draft().state === 'draft' && unsaved()}>
        <p class={styles.standing}>It can be submitted once it is saved and checked.</p>
      </Match>
      <Match when={draft().state === 'draft' && !props.checks.passes}>
        <p class={styles.standing} data-tone="bad">
          {againstInWords(props.checks)}
        </p>
      </Match>
      <Match when={draft().state === 'draft'}>
        <Show
          when={may('rulesets:draft')}
          fallback={<p class={styles.standing}>Nothing is wrong with it. Whoever writes it can submit it.</p>}
        >
          <SubmitForm checks={props.checks} />
        </Show>
      </Match>
      <Match when={draft().state === 'submitted' && draft().submission}>
        {(submission) => (
          <>
            <p class={styles.standing}>
              Submitted by {submission().by.name} on {instantInWords(submission().at)}
              {submission().version === null ? '' : ` as version ${submission().version ?? ''}`}.{' '}
              {whoInWords(authors())}
            </p>
            <Show when={may('rulesets:approve') && !isAuthor(props.account, authors())}>
              <ApproveForms
                hash={submission().hash}
                weighed={props.weighed.value()}
                onStale={() => {
                  props.weighed.again();
                }}
              />
            </Show>
          </>
        )}
      </Match>
      <Match when={draft().state === 'approved' && draft().approval}>
        {(approval) => (
          <>
            <p class={styles.standing}>
              Approved by {approval().by.name} on {instantInWords(approval().at)}
              {approval().outOfBand ? ', although the effect is outside what the author expects' : ''}.{' '}
              {approval().reason ?? ''}
            </p>
            <Show
              when={may('rulesets:release')}
              fallback={<p>Whoever may release versions puts it in force from a day.</p>}
            >
              <ReleaseForm />
            </Show>
            <Show when={may('rulesets:approve') && !isAuthor(props.account, authors())}>
              <SendBack />
            </Show>
          </>
        )}
      </Match>
      <Match when={draft().state === 'released'}>
        <p class={styles.standing}>
          It is released, for good.{' '}
          <Show when={draft().submission?.version}>
            {(version) => (
              <a href={readingAddress({ id: draft().name, version: version() })}>
                Read {draft().name} {version()}
              </a>
            )}
          </Show>
        </p>
      </Match>
      <Match when={draft().state === 'discarded'}>
        <p class={styles.standing}>It was discarded, and is kept to be read.</p>
      </Match>
    </Switch>
  );
}
