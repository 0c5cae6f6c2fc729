import { Show } from 'solid-js';
import type { KeptDecision } from '../../api.ts';
import { DownloadLink } from '../../session/download-link.tsx';
import { useSession } from '../../session/session.ts';
import styles from '../decisions.module.css';

const named = (text: string) => text.replaceAll(/[^A-Za-z0-9-]/g, '-');

/** All that it takes to see why this was decided, as files; of the whole family, too, where it is held. */
export function EvidenceView(props: { readonly kept: KeptDecision }) {
  const { account } = useSession();
  const record = () => `/decisions/${encodeURIComponent(props.kept.record)}/evidence-pack`;
  return (
    <section class={styles.part} aria-labelledby="evidence-title">
      <h2 id="evidence-title">Evidence pack</h2>
      <Show
        when={account()?.permissions.includes('families:read')}
        fallback={
          <p class={styles.text}>
            A pack is for whoever may read families. An administrator can give you a role that lets you.
          </p>
        }
      >
        <p class={styles.text}>
          The decision in words with its sources, the family’s record where it is held, the rules whole,
          hashes and the entries of the audit log: a page that prints, or data. <code>threshold verify</code>{' '}
          checks either without this server. That it was made stands in the audit log.
        </p>
        <ul class={styles.ways}>
          <li>
            <DownloadLink of={`${record()}?as=html`} name={`evidence-${named(props.kept.record)}.html`}>
              This decision, as a page
            </DownloadLink>
          </li>
          <li>
            <DownloadLink of={record()} name={`evidence-${named(props.kept.record)}.json`}>
              This decision, as JSON
            </DownloadLink>
          </li>
          <Show when={props.kept.family.id}>
            {(family) => (
              <li>
                <DownloadLink
                  of={`/families/${encodeURIComponent(family())}/evidence-pack?as=html`}
                  name={`evidence-of-${named(family())}.html`}
                >
                  All decisions of family {family()}, as a page
                </DownloadLink>
              </li>
            )}
          </Show>
        </ul>
      </Show>
    </section>
  );
}
