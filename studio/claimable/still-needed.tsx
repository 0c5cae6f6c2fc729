import { For, Show } from 'solid-js';
import { dayInWords } from '../day-in-words.ts';
import type { Needed } from '../engine.ts';
import { Tag, type Tone } from '../ui/tag.tsx';
import { Words } from '../ui/words.tsx';
import styles from './claimable.module.css';
import { changesOf, neededHeadline, type KindOfChange } from './needed-in-words.ts';

type Way = Needed['ways'][number];

const tones: Readonly<Record<KindOfChange, Tone>> = {
  'Evidence to find': 'open',
  'Progress needed': 'plain',
  'Time must pass': 'quiet',
  'Cannot change': 'bad',
};

/** One set of changes: all of them are needed. */
function WayView(props: { readonly way: Way }) {
  return (
    <ul class={styles.changes}>
      <For each={changesOf(props.way)}>
        {({ kind, change }) => (
          <li>
            <Tag tone={tones[kind]}>{kind}</Tag>{' '}
            <Words
              text={change.text}
              asIs={change.member !== undefined && change.text.startsWith(change.member)}
            />
            .
            <Show when={change.from}>
              {(from) => <> It changes on {dayInWords(from())} if nothing new happens.</>}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function PaymentNeeds(props: { readonly payment: Needed }) {
  const others = () => props.payment.ways.slice(1);
  return (
    <section class={styles.claimable} aria-label={props.payment.label}>
      <h4>{props.payment.label}</h4>
      <p>{neededHeadline(props.payment)}</p>
      <For each={props.payment.ways.slice(0, 1)}>{(way) => <WayView way={way} />}</For>
      <Show when={others().length > 0}>
        <details>
          <summary>{others().length === 1 ? 'One other set' : `${others().length} other sets`}</summary>
          <ol class={styles.ways}>
            <For each={others()}>
              {(way) => (
                <li>
                  <WayView way={way} />
                </li>
              )}
            </For>
          </ol>
        </details>
      </Show>
      <Show when={props.payment.more && props.payment.ways.length > 0}>
        <p>There may be sets that are not listed.</p>
      </Show>
    </section>
  );
}

/** What the payments that are not due still need on the day itself. */
export function StillNeeded(props: { readonly payments: readonly Needed[] }) {
  const open = () => props.payments.filter(({ verdict }) => verdict !== 'met');
  return (
    <>
      <h3>What is still needed on this day</h3>
      <Show when={open().length > 0} fallback={<p>Nothing: the conditions of every payment are met.</p>}>
        <p>The smallest sets of changes that would do, each change taken by itself.</p>
        <For each={open()}>{(payment) => <PaymentNeeds payment={payment} />}</For>
      </Show>
    </>
  );
}
