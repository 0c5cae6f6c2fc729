import { createSignal, Show } from 'solid-js';
import type { ListedKey } from '../api.ts';
import { untilInWords } from '../end-of-day.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { useSession } from '../session/session.ts';
import { Confirm } from '../ui/confirm.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { Told } from '../ui/told.tsx';
import { createKeys, revoke } from './create-keys.ts';
import styles from './keys.module.css';
import { scopesInWords } from './scopes.ts';

/** Why a key is refused, where it is. */
function refusedInWords({ revokedAt, refusedAs }: ListedKey): string | undefined {
  if (revokedAt !== null) return `Revoked ${instantInWords(revokedAt)}`;
  if (refusedAs === 'key-expired') return 'Ended';
  return refusedAs === 'key-revoked' ? 'Refused: whoever made it may no longer stand for it' : undefined;
}

/** A key and its revocation. A key that is revoked stays in the list, because the audit log speaks of it. */
function KeyLine(props: { readonly held: ListedKey; readonly onRevoke: () => void }) {
  const used = () =>
    props.held.lastUsedAt === null ? 'Never used' : `Last used ${instantInWords(props.held.lastUsedAt)}`;
  return (
    <>
      <h2>{props.held.name}</h2>
      <p>May: {scopesInWords(props.held.scopes)}</p>
      <p class={styles.aside}>
        {used()}. Made {instantInWords(props.held.createdAt)}
        {props.held.expiresAt === null
          ? ', without an end'
          : `, good until ${untilInWords(props.held.expiresAt)}`}
        .
      </p>
      <Show when={refusedInWords(props.held)}>{(why) => <Tag tone="quiet">{why()}</Tag>}</Show>
      <Show when={props.held.revokedAt === null && props.held.refusedAs !== 'key-expired'}>
        <Confirm
          ask="Revoke"
          label={`Revoke ${props.held.name}`}
          question={`Revoke ${props.held.name}? Programs that use it stop at once, and it cannot be undone.`}
          yes="Yes, revoke"
          no="Leave as it is"
          onYes={() => {
            props.onRevoke();
          }}
        />
      </Show>
    </>
  );
}

/** The keys of programs. */
export function KeysScreen() {
  const { client } = useSession();
  const keys = createKeys();
  const [told, setTold] = createSignal('');
  const end = async ({ id, name }: ListedKey) => {
    const wrong = await revoke(client, id);
    setTold(wrong ?? `${name} was revoked.`);
    keys.again();
    // because the button that was pressed goes
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <Screen
      title="Keys"
      wrong={keys.problem() !== undefined}
      lead={<p>Programs ask with a key. A key never may more than whoever made it may at that moment.</p>}
    >
      <Told words={told()} />
      <Answered answer={keys} waiting="Asking the server which keys there are.">
        {(known) => (
          <>
            <p>
              <a href="/keys/add">Make a key</a>
            </p>
            <Show when={known().length > 0} fallback={<p>There are no keys yet.</p>}>
              <RowList rows={known()}>
                {(held) => <KeyLine held={held()} onRevoke={() => void end(held())} />}
              </RowList>
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
