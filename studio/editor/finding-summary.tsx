import { useLocation } from '@solidjs/router';
import { createEffect, For, on, Show } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import { Words } from '../ui/words.tsx';
import styles from './controls/controls.module.css';
import { openAround } from './focus-on.ts';
import { controlsAround, placeOfFinding } from './place-of-finding.ts';
import { useRules } from './rules.ts';
import { saidOf } from './spot.ts';

/** The most that are listed at once; the JSON lists all. */
const most = 20;

const counted = (count: number, word: string) => `${count} ${count === 1 ? word : `${word}s`}`;

/** Gives the focus to the control that the address names, or to the nearest around it that is on the screen. */
function createArrival() {
  const location = useLocation();
  const arrive = (hash: string) => {
    if (hash === '') return;
    queueMicrotask(() => {
      const wanted = controlsAround(decodeURIComponent(hash.slice(1)));
      const found = wanted.map((id) => document.getElementById(id)).find((one) => one !== null);
      openAround(found);
      (found ?? document.querySelector('h1'))?.focus();
    });
  };
  createEffect(on(() => location.hash, arrive));
}

/** What is wrong anywhere in the draft, each leading to the place where it can be put right. */
export function FindingSummary() {
  const { editing } = useRules();
  createArrival();
  const errors = () => editing.findings().filter(({ severity }) => severity === 'error');
  const warnings = () => editing.findings().length - errors().length;
  const said = () =>
    [
      ...(errors().length === 0 ? [] : [counted(errors().length, 'error')]),
      ...(warnings() === 0 ? [] : [counted(warnings(), 'warning')]),
    ].join(' and ');
  const address = (finding: ReturnType<typeof errors>[number]) => {
    const { draft, value } = editing;
    const files = { kind: draft().kind, document: value('document'), cases: value('cases') };
    const { part, control } = placeOfFinding(files, finding);
    return `${draftAddress(draft().id, part)}#${encodeURIComponent(control)}`;
  };
  return (
    <Show when={editing.findings().length > 0}>
      <details class={styles.more}>
        <summary>{said()} in this draft</summary>
        <ul class={styles.findings}>
          <For each={editing.findings().slice(0, most)}>
            {(finding) => (
              <li class={styles.finding} data-severity={finding.severity}>
                <strong>{finding.severity === 'error' ? 'Error: ' : 'Warning: '}</strong>
                <a href={address(finding)}>
                  <Words text={saidOf(finding)} />
                </a>{' '}
                <code>{finding.pointer}</code>
              </li>
            )}
          </For>
        </ul>
        <Show when={editing.findings().length > most}>
          <p>
            <a href={draftAddress(editing.draft().id, 'json')}>All of them, in the JSON</a>
          </p>
        </Show>
      </details>
    </Show>
  );
}
